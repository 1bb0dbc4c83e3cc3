import type { Cache, IdentityStores, IsAway, Log } from "@zpr/ports";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { accessTokenCheck } from "./access-token.ts";
import { newApiKey } from "./api-keys.ts";
import { type Authenticate, authenticator } from "./authenticate.ts";
import { mountProvider } from "./built-in/mount.ts";
import { builtInProvider } from "./built-in/provider.ts";
import { signInForm } from "./built-in/sign-in-form.ts";
import { siteCookie } from "./cookie.ts";
import { builtInIssuer, type ExternalIssuer, externalIssuer, type Issuer } from "./issuer.ts";
import { builtInSession, externalSession } from "./issuer-session.ts";
import { newInvitation } from "./new-invitation.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { relyingParty } from "./relying-party.ts";
import { takeForms } from "./routes/asked.ts";
import { invitation } from "./routes/invitation.ts";
import { me } from "./routes/me.ts";
import { setup } from "./routes/setup.ts";
import { signIn } from "./routes/sign-in.ts";
import { type IssuerSession, signOut } from "./routes/sign-out.ts";
import { sessions } from "./session.ts";
import { ensureSetupLink } from "./setup-link.ts";

/** What identity needs of the world. */
export interface IdentityOptions {
  readonly stores: IdentityStores;
  /** The origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** In place of the built-in provider. */
  readonly external?: ExternalIssuer | undefined;
  /** Counts tries of passwords. */
  readonly cache: Pick<Cache, "count">;
  readonly log: Log;
  readonly isAway: IsAway;
  readonly now: () => Date;
}

/** Who people are: sign-in for them, and for the API the answer to who asks. */
export interface Identity {
  /** `/auth/...` and, unless there is another issuer, the provider under `/oidc`. */
  readonly plugin: FastifyPluginAsync;
  /** Anonymous when nothing is claimed; `undefined` when something is claimed that is not true. */
  readonly authenticate: Authenticate;
  /** Whether a request that changes something with a session cookie comes from our own pages. */
  isOwnOrigin(request: Parameters<Authenticate>[0]): boolean;
  /** A new API key with what is stored of it. */
  newApiKey(): { readonly secret: string; readonly keyHash: string };
  /** A link for somebody who is invited; without a hash where people sign in elsewhere. */
  newInvitation(): { readonly url: string; readonly tokenHash: string | null };
  /** While there is no administrator: a new one-time link that makes one, in place of the last. */
  ensureSetupLink(): Promise<string | undefined>;
}

/** Builds everything about who people are. Nothing happens before the plugin is registered. */
export function createIdentity(options: IdentityOptions): Identity {
  const { stores, publicUrl, external, now } = options;
  const sessionCookie = siteCookie("zpr", publicUrl);
  const kept = sessions(stores.sessions, sessionCookie, now);
  const outside = external && externalIssuer(external);
  const authenticate = authenticator({
    apiKeys: stores.apiKeys,
    sessions: kept,
    sessionCookie,
    accessTokens: external && outside && accessTokenCheck(outside, external, stores.users),
    now,
  });
  return {
    authenticate,
    isOwnOrigin: ({ headers }) => isOwnOrigin(headers, publicUrl),
    newApiKey,
    newInvitation: () => newInvitation(publicUrl, external !== undefined),
    async ensureSetupLink() {
      // Where the issuer says who is administrator, nobody else may.
      if (external?.rolesClaim !== undefined) return undefined;
      return ensureSetupLink(stores, publicUrl, now());
    },
    async plugin(app) {
      takeForms(app);
      const asked = outside
        ? { issuer: outside, issuerSession: externalSession(outside, publicUrl) }
        : await serveProvider(app, options);
      const shared = { ...options, external, sessions: kept, sessionCookie };
      const party = relyingParty({ ...shared, ...asked, attempts: stores.signInAttempts });
      await app.register(me, { stores, authenticate });
      await app.register(signIn, {
        options: { ...shared, party },
        browserCookie: siteCookie("zpr-sign-in", publicUrl),
      });
      await app.register(signOut, { ...shared, ...asked });
      await app.register(setup, shared);
      if (!external) await app.register(invitation, shared);
    },
  };
}

/** Serves the built-in provider, and is its client. */
async function serveProvider(
  app: FastifyInstance,
  { stores, publicUrl, cache, log, isAway }: IdentityOptions,
): Promise<{ readonly issuer: Issuer; readonly issuerSession: IssuerSession }> {
  const { provider, clientSecret } = await builtInProvider({ stores, publicUrl, log, isAway });
  await app.register(mountProvider, { provider, publicUrl });
  await app.register(signInForm, { provider, accounts: stores.accounts, publicUrl, cache, log });
  return {
    issuer: builtInIssuer(app, publicUrl, clientSecret),
    issuerSession: builtInSession(provider, publicUrl),
  };
}
