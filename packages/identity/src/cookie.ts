import type { IncomingHttpHeaders } from "node:http";

/** One of our cookies: how it is read and written. */
export interface Cookie {
  read(headers: IncomingHttpHeaders): string | undefined;
  /** A `Set-Cookie` value. */
  set(value: string, maxAgeSeconds: number): string;
  /** A `Set-Cookie` value that removes it. */
  clear(): string;
}

/**
 * A cookie of this site that scripts cannot read and other sites cannot send along with a POST.
 * Over https its name has the `__Host-` prefix, with which no neighbouring host can plant it;
 * on plain-http localhost some browsers refuse that, so there it has neither prefix nor Secure.
 */
export function siteCookie(name: string, publicUrl: string): Cookie {
  const secure = publicUrl.startsWith("https:");
  const fullName = cookieName(name, publicUrl);
  const rules = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    read: (headers) => readCookie(headers, fullName),
    set: (value, maxAgeSeconds) => `${fullName}=${value}; Max-Age=${maxAgeSeconds}; ${rules}`,
    clear: () => `${fullName}=; Max-Age=0; ${rules}`,
  };
}

/** The name of a host-wide cookie as the browser knows it. */
export function cookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}

function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const pair of headers.cookie?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return undefined;
}
