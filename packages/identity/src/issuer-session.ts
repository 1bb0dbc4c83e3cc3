import type { Provider } from "oidc-provider";
import { endProviderSession } from "./built-in/end-provider-session.ts";
import type { Issuer } from "./issuer.ts";
import type { IssuerSession } from "./routes/sign-out.ts";
import { signOutUrl } from "./sign-out-url.ts";

/** The session with the built-in provider, which is ours to end. */
export function builtInSession(provider: Provider, publicUrl: string): IssuerSession {
  return {
    async leave(reply) {
      await endProviderSession({ provider, publicUrl }, reply);
      return undefined;
    },
    origins: async () => [],
  };
}

/** The session with an external issuer: only the browser can end it, by going there. */
export function externalSession(issuer: Issuer, publicUrl: string): IssuerSession {
  // Who wants to leave is let go, also when the issuer does not answer.
  const where = async (idToken: string | null) => {
    const configuration = await issuer().catch(() => undefined);
    return configuration && signOutUrl(configuration, publicUrl, idToken);
  };
  return {
    leave: (_reply, idToken) => where(idToken),
    async origins() {
      const url = await where(null);
      return url ? [url.origin] : [];
    },
  };
}
