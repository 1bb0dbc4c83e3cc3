/** Files by path, each with a hash of its bytes. */
export type Manifest = Readonly<Record<string, string>>;

/** Paths, as CloudFront names them, whose bytes are others in the newer manifest, or are gone from it. */
export function changedPaths(older: Manifest, newer: Manifest): readonly string[] {
  return Object.keys(older)
    .filter((path) => older[path] !== newer[path])
    .map((path) => `/${path}`)
    .sort();
}
