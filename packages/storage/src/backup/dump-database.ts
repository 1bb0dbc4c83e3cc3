import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { clientOptions, type DatabaseAddress } from "../database.ts";
import { type CopiedTable, copiedTables, counters, partitions } from "./copied-tables.ts";
import { type DumpedTable, fileOf, MANIFEST, type Manifest } from "./manifest.ts";

/** Called as tables come to lie on the disk. */
type OnTable = (done: number, total: number) => void;

/**
 * Writes a database to a folder, as it was at one instant, while it goes on working. Needs nothing
 * but a connection, whichever PostgreSQL it is. Resolves when everything is on the disk.
 */
export async function dumpDatabase(
  address: DatabaseAddress,
  folder: string,
  onTable: OnTable,
): Promise<Manifest> {
  const client = new pg.Client(clientOptions(address));
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
    const manifest = await dump(client, folder, onTable);
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

async function dump(client: pg.Client, folder: string, onTable: OnTable): Promise<Manifest> {
  const { rows } = await client.query<{ now: Date; migration: string }>(
    "select now() as now, (select max(name) from kysely_migration) as migration",
  );
  const [state] = rows;
  if (!state) throw new Error("the database did not say which migrations it had");
  const found = await copiedTables(client);
  const tables: DumpedTable[] = [];
  for (const table of found) {
    tables.push(await dumpTable(client, folder, table));
    onTable(tables.length, found.length);
  }
  return {
    format: 1,
    takenAt: state.now.toISOString(),
    migration: state.migration,
    tables,
    partitions: await partitions(client),
    counters: await counters(client),
  };
}

async function dumpTable(
  client: pg.Client,
  folder: string,
  table: CopiedTable,
): Promise<DumpedTable> {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(", ");
  const rows = client.query(
    copyTo(`copy (select ${columns} from ${pg.escapeIdentifier(table.name)}) to stdout`),
  );
  const hash = createHash("sha256");
  const file = createWriteStream(fileOf(folder, table.name), { mode: 0o600, flush: true });
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(rows, createGzip({ level: 3 }), hashed, file);
  return { ...table, rows: rows.rowCount, sha256: hash.digest("hex") };
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${MANIFEST}.draft`);
  const file = await open(draft, "w", 0o600);
  await file.writeFile(JSON.stringify(manifest, null, 2));
  await file.sync();
  await file.close();
  await rename(draft, join(folder, MANIFEST));
}
