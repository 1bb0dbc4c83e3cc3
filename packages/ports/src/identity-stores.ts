import type { AccountStore } from "./account-store.ts";
import type { ApiKeyStore } from "./api-key-store.ts";
import type { InvitationStore } from "./invitation-store.ts";
import type { MembershipStore } from "./membership-store.ts";
import type { ProviderStore } from "./provider-store.ts";
import type { SessionStore } from "./session-store.ts";
import type { SetupLinkStore } from "./setup-link-store.ts";
import type { SignInAttemptStore } from "./sign-in-attempt-store.ts";
import type { UserStore } from "./user-store.ts";

/** Everything identity remembers. */
export interface IdentityStores {
  readonly users: UserStore;
  readonly accounts: AccountStore;
  readonly invitations: InvitationStore;
  readonly memberships: MembershipStore;
  readonly sessions: SessionStore;
  readonly signInAttempts: SignInAttemptStore;
  readonly apiKeys: ApiKeyStore;
  readonly setupLinks: SetupLinkStore;
  readonly provider: ProviderStore;
}
