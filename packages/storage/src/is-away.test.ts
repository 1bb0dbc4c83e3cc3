import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { connect, ping } from "./database.ts";
import { isAway } from "./is-away.ts";
import { useDatabase } from "./testing.ts";

const database = useDatabase();
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

/** A database that is not there, or hangs up on whoever calls. */
async function failureAt(socketFolder: string): Promise<unknown> {
  const away = connect({ socketFolder, user: "nobody" });
  undo.push(() => away.destroy());
  return ping(away).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("a database that nobody serves is away, and so is one that hangs up", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zpr-away-"));
  undo.push(() => rm(folder, { recursive: true }));
  const noFile = readFile(join(folder, "photo.jpg"));
  expect(isAway(await noFile.catch((error: unknown) => error))).toBe(false);
  expect(isAway(await failureAt(folder))).toBe(true);
  const server = createServer((socket: Socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(join(folder, ".s.PGSQL.5432"), done));
  undo.unshift(() => new Promise((done) => server.close(done)));
  expect(isAway(await failureAt(folder))).toBe(true);
});

test("a connection that the server ends while it asks is away; a wrong question is not", async () => {
  const wrong = sql`select nothing from nowhere`.execute(database());
  expect(isAway(await wrong.catch((error: unknown) => error))).toBe(false);
  const ended = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database());
  expect(isAway(await ended.catch((error: unknown) => error))).toBe(true);
});
