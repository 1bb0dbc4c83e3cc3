/** The cursor of the page after this one, from a `Link` header; undefined at the last page. */
export function nextCursor(link: string | null): string | undefined {
  const next = link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  if (next === undefined) return undefined;
  return new URL(next, "http://localhost").searchParams.get("cursor") ?? undefined;
}
