import type { FastifyReply } from "fastify";
import type { Provider } from "oidc-provider";
import { siteCookie } from "../cookie.ts";

/**
 * Ends the browser's session with the built-in provider, and the grants in it. The person has just
 * asked us to, so the provider need not ask once more, as it would have to at its own address.
 */
export async function endProviderSession(
  { provider, publicUrl }: { readonly provider: Provider; readonly publicUrl: string },
  reply: FastifyReply,
): Promise<void> {
  const session = await provider.Session.get(provider.createContext(reply.request.raw, reply.raw));
  for (const clientId of Object.keys(session.authorizations ?? {})) {
    const grantId = session.grantIdFor(clientId);
    const grant = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    await grant?.destroy();
  }
  if (session.accountId) await session.destroy();
  reply.header("set-cookie", siteCookie("zpr-provider", publicUrl).clear());
}
