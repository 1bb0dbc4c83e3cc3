import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheServer, hasNats, hasRedis, natsServer } from "@zpr/platform/testing";
import { sql, useBoth } from "@zpr/storage/testing";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { examine } from "./examine.ts";

const both = useBoth();
const folder = mkdtempSync(join(tmpdir(), "zpr-doctor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const NOW = new Date("2026-06-19T12:00:00Z");

async function examined(environment: Readonly<Record<string, string>> = {}) {
  const { address } = both();
  const at =
    "url" in address ? address.url : `postgres://${address.user}@/zpr?host=${address.socketFolder}`;
  const config = readConfig({
    ZPR_DATA_DIR: folder,
    ZPR_HTTP_PORT: "1",
    ZPR_DATABASE_URL: at,
    ...environment,
  });
  const findings = await examine(config, NOW);
  return new Map(findings.map((finding) => [finding.subject, finding]));
}

test("a database in order is told with its version, schema, durability and queue", async () => {
  const found = await examined();
  expect(found.get("database")).toMatchObject({ state: "well", found: /^PostgreSQL 1\d/ });
  for (const subject of ["schema", "clock", "connections"])
    expect(found.get(subject)).toMatchObject({ state: "well" });
  expect(found.get("durability")?.found).toBe("every commit is on disk");
  expect(found.get("raw messages")?.found).toBe("0 wait for ingest");
});

test("messages that wait for long say that nobody decodes", async () => {
  await sql`
    with message as (
      insert into raw_message (protocol, transport, received_at, bytes)
      values ('teltonika', 'tcp', ${NOW}::timestamptz - interval '1 hour', '\\x00') returning id)
    insert into raw_pending select id from message`.execute(both().database);
  expect((await examined()).get("raw messages")).toMatchObject({
    state: "doubtful",
    found: "1 wait for ingest, the oldest for 60 minutes",
    advice: expect.stringContaining("role ingest"),
  });
});

test("a migration that is missing is named", async () => {
  const { database } = both();
  const last = sql<{ name: string }>`
    delete from kysely_migration where name = (select max(name) from kysely_migration) returning *`;
  const { rows } = await last.execute(database);
  try {
    const schema = (await examined()).get("schema");
    expect(schema).toMatchObject({
      state: "broken",
      advice: expect.stringContaining("zpr migrate"),
    });
    expect(schema?.found).toContain(rows[0]?.name);
  } finally {
    await sql`insert into kysely_migration select * from
      jsonb_populate_record(null::kysely_migration, ${JSON.stringify(rows[0])}::jsonb)`.execute(
      database,
    );
  }
});

test("what does not answer is broken, in its own words and with what to do", async () => {
  const found = await examined({
    ZPR_DATABASE_URL: "postgres://zpr@127.0.0.1:4/zpr",
    ZPR_CACHE_URL: "redis://127.0.0.1:4",
    ZPR_SMTP_URL: "smtp://127.0.0.1:4",
    ZPR_OIDC_ISSUER: "http://127.0.0.1:4/realms/river",
  });
  for (const [subject, variable] of [
    ["database", "ZPR_DATABASE_URL"],
    ["cache", "ZPR_CACHE_URL"],
    ["mail", "ZPR_SMTP_URL"],
    ["sign-in", "ZPR_OIDC_ISSUER"],
  ] as const)
    expect(found.get(subject)).toMatchObject({
      state: "broken",
      found: expect.stringContaining("127.0.0.1:4"),
      advice: expect.stringContaining(variable),
    });
});

test("a port that another program holds is named", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const found = await examined({ ZPR_TELTONIKA_PORT: String(port) });
  other.close();
  expect(found.get("tracker listeners")?.found).toContain(`teltonika (${port})`);
});

test("an address that QR codes must not say is doubted, and one that is not encrypted refused", async () => {
  expect((await examined()).get("public address")).toMatchObject({ state: "doubtful" });
  const open = await examined({ ZPR_PUBLIC_URL: "http://rivers.example" });
  expect(open.get("public address")).toMatchObject({ state: "broken" });
  const closed = await examined({ ZPR_PUBLIC_URL: "https://rivers.example" });
  expect(closed.get("public address")).toMatchObject({ state: "well" });
});

test.skipIf(!hasRedis)("a cache that answers tells what it is", async () => {
  const cache = await cacheServer();
  await cache.start();
  const found = await examined({ ZPR_CACHE_URL: cache.url });
  await cache.kill();
  expect(found.get("cache")?.found).toMatch(/^(Redis|Valkey) \d+\.\d+.*noeviction when full/);
});

test.skipIf(!hasNats)(
  "an engine that carries the raw log is asked",
  async () => {
    const nats = await natsServer();
    await nats.start();
    const url = `${nats.url}/doctor`;
    expect((await examined({ ZPR_LOG_URL: url })).get("raw log")).toMatchObject({
      state: "well",
      found: "nats, 0 parcels wait for ingest",
    });
    await nats.kill();
    expect((await examined({ ZPR_LOG_URL: url })).get("raw log")).toMatchObject({
      state: "broken",
      advice: expect.stringContaining("ZPR_LOG_URL"),
    });
  },
  60_000,
);
