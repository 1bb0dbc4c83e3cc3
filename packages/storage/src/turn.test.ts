import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connect, type DatabaseAddress } from "./database.ts";
import { startCluster } from "./embedded/cluster.ts";
import { takeTurns } from "./turn.ts";

let address: DatabaseAddress;
let stop: () => Promise<void>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
  const cluster = await startCluster(folder);
  address = cluster.address;
  stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}, 60_000);
afterAll(() => stop());

function process(name: string, said: string[], number: number) {
  return takeTurns(
    address,
    {
      number,
      begin: () => void said.push(`${name} begins`),
      end: async () => void said.push(`${name} ends`),
    },
    10,
  );
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

it("lets one at a time do a task, and the next when that one ends", async () => {
  const said: string[] = [];
  const first = process("first", said, 1);
  await soon(() => expect(said).toEqual(["first begins"]));
  const second = process("second", said, 1);
  const other = process("other task", said, 2);
  await soon(() => expect(said).toContain("other task begins"));
  await other.close();
  expect(said).not.toContain("second begins");
  await first.close();
  await soon(() => expect(said.slice(-2)).toEqual(["first ends", "second begins"]));
  await second.close();
  expect(said.at(-1)).toBe("second ends");
});

it("ends a turn when its connection breaks, and takes another", async () => {
  const said: string[] = [];
  const turn = process("one", said, 3);
  await soon(() => expect(said).toEqual(["one begins"]));
  const database = connect(address);
  await sql`select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objid = 3`.execute(database);
  await database.destroy();
  await soon(() => expect(said).toEqual(["one begins", "one ends", "one begins"]));
  await turn.close();
  expect(said.at(-1)).toBe("one ends");
});
