const DEFAULT_PATH = "/lab";

/** Where to go after sign-in: a path of our own site, whatever was asked for. */
export function returnPath(asked: string | null, publicUrl: string): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, publicUrl)) return DEFAULT_PATH;
  const url = new URL(asked, publicUrl);
  if (url.origin !== new URL(publicUrl).origin) return DEFAULT_PATH;
  // Back into sign-in would go round in circles.
  if (/^\/+(auth|oidc)(\/|$)/i.test(url.pathname)) return DEFAULT_PATH;
  // "//host" and "/./" forms have been resolved, but a path that still begins with two slashes names a host.
  return url.pathname.startsWith("//") ? DEFAULT_PATH : `${url.pathname}${url.search}${url.hash}`;
}
