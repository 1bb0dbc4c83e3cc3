import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { CopiedTable, Counter, Partition } from "./copied-tables.ts";

/** What a backup is made of. It is written last: a folder without one is no backup. */
export interface Manifest {
  readonly format: 1;
  /** The instant whose state this is, ISO 8601. */
  readonly takenAt: string;
  /** The last migration that the database had had. */
  readonly migration: string;
  readonly tables: readonly DumpedTable[];
  readonly partitions: readonly Partition[];
  readonly counters: readonly Counter[];
}

/** A table in `tables/NAME.copy.gz`: PostgreSQL's text format of COPY, gzipped. */
export interface DumpedTable extends CopiedTable {
  readonly rows: number;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** A folder that is no backup, or not any more. */
export class DamagedBackup extends Error {
  override readonly name = "DamagedBackup";
  readonly code = "ERR_DAMAGED_BACKUP";
}

export const MANIFEST = "manifest.json";

/** Where the rows of a table are. */
export function fileOf(folder: string, table: string): string {
  return join(folder, "tables", `${table}.copy.gz`);
}

/** The manifest of a backup whose files are all there and as they were written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => {
    throw new DamagedBackup(`${folder} holds no ${MANIFEST}: it is no backup, or was not finished`);
  });
  const manifest: Manifest = JSON.parse(text);
  if (manifest.format !== 1)
    throw new DamagedBackup(`${folder} is of a format that this zpr does not know`);
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOf(fileOf(folder, name))) !== sha256)
      throw new DamagedBackup(`${fileOf(folder, name)} is not as it was written`);
  return manifest;
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  return pipeline(createReadStream(path), hash).then(
    () => hash.digest("hex"),
    () => undefined,
  );
}
