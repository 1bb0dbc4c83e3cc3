import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something was made by our own pages. Browsers say where a request
 * comes from in `Sec-Fetch-Site` or, where that is missing, in `Origin`; without either it is refused.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.origin === new URL(publicUrl).origin;
}
