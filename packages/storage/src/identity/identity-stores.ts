import type { IdentityStores } from "@zpr/ports";
import type { Database } from "../database.ts";
import { postgresAccountStore } from "./account-store.ts";
import { postgresApiKeyStore } from "./api-key-store.ts";
import { postgresInvitationStore } from "./invitations.ts";
import { postgresMembershipStore } from "./membership-store.ts";
import { postgresProviderStore } from "./provider-store.ts";
import { postgresSessionStore } from "./session-store.ts";
import { postgresSetupLinkStore } from "./setup-link-store.ts";
import { postgresSignInAttemptStore } from "./sign-in-attempt-store.ts";
import { postgresUserStore } from "./user-store.ts";

/** Everything identity remembers, in PostgreSQL. */
export function postgresIdentityStores(database: Database): IdentityStores {
  return {
    users: postgresUserStore(database),
    accounts: postgresAccountStore(database),
    invitations: postgresInvitationStore(database),
    memberships: postgresMembershipStore(database),
    sessions: postgresSessionStore(database),
    signInAttempts: postgresSignInAttemptStore(database),
    apiKeys: postgresApiKeyStore(database),
    setupLinks: postgresSetupLinkStore(database),
    provider: postgresProviderStore(database),
  };
}
