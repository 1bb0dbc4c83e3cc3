import { buildEndSessionUrl, type Configuration } from "openid-client";

/** Where the issuer ends its own session and sends the browser back; `undefined` when it has no such place. */
export function signOutUrl(
  configuration: Configuration,
  publicUrl: string,
  idToken: string | null,
): URL | undefined {
  const home = `${publicUrl}/`;
  const metadata = configuration.serverMetadata();
  const clientId = configuration.clientMetadata().client_id;
  // Cognito has a form of its own, at the host where people sign in.
  if (/^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com(\.cn)?\//.test(metadata.issuer)) {
    const url = new URL("/logout", metadata.authorization_endpoint);
    url.search = new URLSearchParams({ client_id: clientId, logout_uri: home }).toString();
    return url;
  }
  if (metadata.end_session_endpoint === undefined) return undefined;
  return buildEndSessionUrl(configuration, {
    client_id: clientId,
    post_logout_redirect_uri: home,
    ...(idToken !== null && { id_token_hint: idToken }),
  });
}
