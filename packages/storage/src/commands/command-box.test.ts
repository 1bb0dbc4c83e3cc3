import type { CommandStore, TrackerKey, WaitingCommand } from "@zpr/ports";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postgresStudyStore } from "../study-store.ts";
import { useBoth } from "../testing.ts";
import { postgresTrackerStore } from "../tracker-store.ts";
import { type CommandChange, type PostgresCommandBox, postgresCommandBox } from "./command-box.ts";
import { countOpenCommands } from "./command-steps.ts";
import { postgresCommandStore } from "./command-store.ts";

const both = useBoth();
const TRACKER: TrackerKey = { protocol: "teltonika", uniqueId: "356307042441013" };

let box: PostgresCommandBox;
let other: PostgresCommandBox;
let store: CommandStore;
let trackerId: number;
let changes: CommandChange[];

beforeEach(async () => {
  const { database, address } = both();
  changes = [];
  box = postgresCommandBox(database, address, (change) => changes.push(change));
  other = postgresCommandBox(database, address, () => {});
  store = postgresCommandStore(database);
  const study = await postgresStudyStore(database).create(
    { name: "S", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  const tracker = await postgresTrackerStore(database).register({
    ...TRACKER,
    studyId: study?.id ?? 0,
    name: "one",
    model: null,
    intervalSeconds: null,
  });
  trackerId = tracker?.id ?? 0;
});
afterEach(async () => {
  await box.close();
  await other.close();
});

async function queue(text: string, more: object = {}): Promise<number> {
  const [command] = await store.queue([
    {
      trackerId,
      text,
      action: null,
      priority: 0,
      maxAttempts: 3,
      expiresAt: null,
      createdBy: "test",
      requestId: null,
      ...more,
    },
  ]);
  await expect.poll(() => box.mayHave(TRACKER)).toBe(true);
  return command?.id ?? 0;
}

const say = ({ text, id }: WaitingCommand) =>
  ({ ok: true, bytes: Buffer.from(text), key: String(id) }) as const;
const textOf = (taken: { bytes: Uint8Array } | undefined) =>
  taken && Buffer.from(taken.bytes).toString();

describe("a command box", () => {
  test("rings wherever the tracker may be, whoever queued, and is silent in memory else", async () => {
    expect(box.mayHave(TRACKER)).toBe(false);
    let rings = 0;
    const stop = other.whenQueued(TRACKER, () => {
      rings += 1;
    });
    // Listening has begun when the first ring comes through.
    await expect
      .poll(async () => {
        await queue("ring");
        return rings;
      })
      .toBeGreaterThan(0);
    expect(other.mayHave(TRACKER)).toBe(true);
    expect(other.mayHave({ ...TRACKER, uniqueId: "another" })).toBe(false);
    stop();
  });

  test("gives the most pressing first, else the oldest", async () => {
    await queue("first");
    await queue("second");
    await queue("urgent", { priority: 9 });
    for (const expected of ["urgent", "first", "second"]) {
      expect(textOf(await box.take(TRACKER, "A", say))).toBe(expected);
      await box.answered(TRACKER, "A", { key: null, outcome: "acknowledged", text: "done" });
    }
  });

  test("does not wait for an instruction that somebody else is taking, but gives the next", async () => {
    const urgent = await queue("urgent", { priority: 9 });
    await queue("first");
    await both()
      .database.transaction()
      .execute(async (transaction) => {
        await sql`select from command where id = ${urgent} for update`.execute(transaction);
        expect(textOf(await box.take(TRACKER, "A", say))).toBe("first");
      });
    expect(textOf(await other.take(TRACKER, "B", say))).toBe("urgent");
  });

  test("forgets a tracker with nothing open, and looks again after a ring", async () => {
    const id = await queue("one");
    await box.take(TRACKER, "A", say);
    await box.answered(TRACKER, "A", { key: null, outcome: "acknowledged", text: "done" });
    expect(await box.take(TRACKER, "A", say)).toBeUndefined();
    expect(box.mayHave(TRACKER)).toBe(false);
    await queue("two");
    expect(textOf(await box.take(TRACKER, "A", say))).toBe("two");
    expect(await store.find(id)).toMatchObject({ status: "acknowledged", answer: "done" });
  });

  test("takes an answer with a key also on another connection, and one without only on its own", async () => {
    const id = await queue("one");
    await box.take(TRACKER, "A", say);
    const answer = { outcome: "acknowledged", text: "done" } as const;
    expect(await other.answered(TRACKER, "B", { ...answer, key: null })).toBeUndefined();
    await box.unanswered(id, "the line broke", false);
    expect(await other.answered(TRACKER, "B", { ...answer, key: String(id) })).toBe(id);
    expect(await store.find(id)).toMatchObject({ status: "acknowledged", attempts: 1 });
  });

  test("gives again what a connection that is gone took, at most so often", async () => {
    const id = await queue("again", { maxAttempts: 2 });
    expect(textOf(await box.take(TRACKER, "A", say))).toBe("again");
    expect(await box.take(TRACKER, "A", say)).toBeUndefined();
    expect(textOf(await other.take(TRACKER, "B", say))).toBe("again");
    expect(await other.take(TRACKER, "C", say)).toBeUndefined();
    expect(await store.find(id)).toMatchObject({ status: "failed", attempts: 2 });
    expect((await store.steps(id)).map(({ status }) => status)).toEqual([
      "queued",
      "sent",
      "sent",
      "failed",
    ]);
  });

  test("ends what cannot be said, with the reason, and goes on with the next", async () => {
    const id = await queue("impossible");
    await queue("possible");
    const taken = await box.take(TRACKER, "A", (command) =>
      command.text === "impossible" ? { ok: false, reason: "too long" } : say(command),
    );
    expect(textOf(taken)).toBe("possible");
    expect(await store.find(id)).toMatchObject({ status: "failed", attempts: 0 });
    expect((await store.steps(id)).at(-1)).toMatchObject({ note: "too long" });
  });

  test("keeps for later what a tracker asks to hear again, but not on the same connection", async () => {
    const id = await queue("later");
    await box.take(TRACKER, "A", say);
    await box.answered(TRACKER, "A", { key: String(id), outcome: "retry", text: "busy" });
    expect(await box.take(TRACKER, "A", say)).toBeUndefined();
    expect(textOf(await box.take(TRACKER, "B", say))).toBe("later");
  });

  test("is counted while it is open, by how far it has come", async () => {
    const open = () => countOpenCommands(both().database);
    expect(await open()).toEqual({ queued: 0, sent: 0 });
    await queue("first", { priority: 1 });
    await queue("second");
    await box.take(TRACKER, "a", say);
    expect(await open()).toEqual({ queued: 1, sent: 1 });
    await box.answered(TRACKER, "a", { key: null, outcome: "acknowledged", text: "OK" });
    expect(await open()).toEqual({ queued: 1, sent: 0 });
  });

  test("tells each change", async () => {
    const id = await queue("watched");
    await box.take(TRACKER, "A", say);
    await box.answered(TRACKER, "A", { key: null, outcome: "failed", text: "no" });
    expect(changes.map(({ commandId, status }) => [commandId, status])).toEqual([
      [id, "sent"],
      [id, "failed"],
    ]);
  });
});
