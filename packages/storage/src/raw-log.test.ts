import type { QueueEnd } from "@zpr/ports";
import { describeRawLog } from "@zpr/testkit";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "./database.ts";
import { postgresFixLog } from "./ingest/fix-log.ts";
import { postgresRawLog } from "./raw-log.ts";
import { useDatabase } from "./testing.ts";

const database = useDatabase();
/** Connections of its own, as another process has them. */
let other: Database;

beforeEach(async () => {
  const { rows } = await sql<{ folder: string; user: string }>`
    select current_setting('unix_socket_directories') as folder, current_user as user
  `.execute(database());
  const [{ folder, user } = { folder: "", user: "" }] = rows;
  other = connect({ socketFolder: folder, user });
});
afterEach(() => other.destroy());

describeRawLog("Postgres", () => ({
  writers: [postgresRawLog(database()), postgresRawLog(other)],
  takers: [postgresFixLog(database()), postgresFixLog(other)],
}));

const MESSAGE = {
  protocol: "teltonika",
  uniqueId: "356307042441013",
  transport: "tcp",
  context: null,
  receivedAt: new Date("2026-06-19T12:00:00Z"),
  bytes: Buffer.from("frame"),
} as const;

async function seenByOthers(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from raw_message join raw_pending on raw_message_id = id
  `.execute(other);
  return rows[0]?.count ?? 0;
}

test("a taker has the newest when it asks for them, in the order they were appended", async () => {
  const log = postgresRawLog(database());
  const taker = postgresFixLog(other);
  for (let number = 0; number < 20; number++)
    await log.append({ ...MESSAGE, bytes: Buffer.from([number]) });
  const take = (limit: number, from: QueueEnd) =>
    taker.take(limit, async (messages) => messages.map(({ bytes }) => bytes[0]), from);
  expect(await take(5, "newest")).toEqual([15, 16, 17, 18, 19]);
  expect(await take(2, "oldest")).toEqual([0, 1]);
  expect(await take(100, "newest")).toEqual(Array.from({ length: 13 }, (_, index) => index + 2));
});

test("the oldest that waits says for how long, in somebody's hands or not", async () => {
  const log = postgresRawLog(database());
  const taker = postgresFixLog(other);
  const asker = postgresFixLog(database());
  expect(await asker.oldestSeconds()).toBe(0);
  await log.append({ ...MESSAGE, receivedAt: new Date(Date.now() - 60_000) });
  await log.append({ ...MESSAGE, receivedAt: new Date() });
  await taker.take(1, async () => {
    expect(await asker.oldestSeconds()).toBeGreaterThanOrEqual(60);
  });
  expect(await asker.oldestSeconds()).toBeLessThan(60);
});

test("an append waits until its message is committed", async () => {
  const log = postgresRawLog(database());
  let resolved = false;
  let appended: Promise<void> = Promise.resolve();
  await other.transaction().execute(async (transaction) => {
    await sql`lock table raw_pending`.execute(transaction);
    appended = log.append(MESSAGE).then(() => {
      resolved = true;
    });
    await expect.poll(() => waitingForLock(transaction)).toBe(1);
    expect(resolved).toBe(false);
  });
  await appended;
  expect(await seenByOthers()).toBe(1);
});

async function waitingForLock(transaction: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_locks where not granted`.execute(transaction);
  return rows[0]?.count ?? 0;
}

test("a thousand messages at once share a few commits, and each commit rings once", async () => {
  const log = postgresRawLog(database());
  let rings = 0;
  log.onAppended(() => {
    rings++;
  });
  await Promise.all(Array.from({ length: 1000 }, () => log.append(MESSAGE)));
  expect(rings).toBeLessThanOrEqual(4);
  expect(await seenByOthers()).toBe(1000);
});

test("what cannot be written is an error for those who wait, and the log goes on", async () => {
  const log = postgresRawLog(database());
  await sql`alter table raw_message add constraint disk_full check (false) not valid`.execute(
    other,
  );
  try {
    const outcomes = await Promise.allSettled([log.append(MESSAGE), log.append(MESSAGE)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  } finally {
    await sql`alter table raw_message drop constraint disk_full`.execute(other);
  }
  expect(await seenByOthers()).toBe(0);
  await log.append(MESSAGE);
  expect(await seenByOthers()).toBe(1);
});
