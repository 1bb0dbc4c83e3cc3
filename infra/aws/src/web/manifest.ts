import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Manifest } from "./changed-paths.ts";

/** A file whose name tells its contents, so that no cache is ever wrong about it. */
const HASHED = /-[\w-]{8}\.(js|mjs|css|wasm|woff2?)$/;

/** The files under a folder whose contents may change behind their names. */
export function manifestOf(folder: string): Manifest {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !HASHED.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        relative(folder, file).split(sep).join("/"),
        createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12),
      ]),
  );
}
