import { setTimeout as pause } from "node:timers/promises";
import { callServer, speakerNamed, speeches, type TrackerRecord, testImei } from "@zpr/simulator";
import { describe, expect, test } from "vitest";
import { useServer } from "./running-server.ts";

const server = useServer();

interface Command {
  readonly id: number;
  readonly status: string;
  readonly answer: string | null;
  readonly attempts: number;
  readonly steps: readonly { readonly status: string; readonly hex: string | null }[];
}

const kinds = speeches.filter(({ commandText }) => commandText !== undefined);

describe.each(kinds)("a $protocol tracker", (speech) => {
  const { protocol } = speech;
  const commandText = speech.commandText ?? "";
  let made = 0;

  async function newTracker() {
    made += 1;
    const uniqueId = testImei(`${protocol} ${made}`);
    const { id: studyId } = await server().call<{ id: number }>("POST", "/api/v1/studies", {
      name: `${protocol} ${made}`,
    });
    const tracker = { studyId, protocol, uniqueId };
    const { id } = await server().call<{ id: number }>("POST", "/api/v1/trackers", tracker);
    return { id, uniqueId };
  }

  async function queue(trackerId: number, more: object = {}): Promise<number> {
    const [command] = await server().call<{ id: number }[]>("POST", "/api/v1/commands", {
      trackerIds: [trackerId],
      text: commandText,
      ...more,
    });
    return command?.id ?? 0;
  }

  const call = (uniqueId: string, isObedient = true) =>
    callServer(
      { host: "127.0.0.1", port: server().portOf(protocol) },
      { speech, speaker: speakerNamed(uniqueId), isObedient },
    );
  const look = (id: number) => server().call<Command>("GET", `/api/v1/commands/${id}`);
  const statusOf = async (id: number) => (await look(id)).status;

  test("gets what waits for it in the connection in which it reports, and confirms it", async () => {
    const tracker = await newTracker();
    const id = await queue(tracker.id);
    const tracked = await call(tracker.uniqueId);
    await tracked.report([recordAt(0)]);
    await expect.poll(() => tracked.instructions.length, { timeout: 1000 }).toBe(1);
    await expect.poll(() => statusOf(id)).toBe("acknowledged");
    tracked.close();
    const { steps, attempts, answer } = await look(id);
    expect(attempts).toBe(1);
    expect(answer).not.toBeNull();
    expect(steps.map(({ status }) => status)).toEqual(["queued", "sent", "acknowledged"]);
    expect(steps.map(({ hex }) => hex !== null)).toEqual([false, true, true]);
  });

  test("gets what is queued while it is on the line within a second, one after the other", async () => {
    const tracker = await newTracker();
    const tracked = await call(tracker.uniqueId);
    await tracked.report([recordAt(0)]);
    const ids = [await queue(tracker.id), await queue(tracker.id, { priority: 5 })];
    for (const id of ids) await expect.poll(() => statusOf(id)).toBe("acknowledged");
    expect(tracked.instructions).toHaveLength(2);
    tracked.close();
  });

  test("gets it again on its next connection when the line broke before the answer, and then no more", async () => {
    const tracker = await newTracker();
    const id = await queue(tracker.id, { maxAttempts: 2 });
    for (const expected of ["queued", "failed"]) {
      const deaf = await call(tracker.uniqueId, false);
      await deaf.report([recordAt(0)]);
      await expect.poll(() => deaf.instructions.length).toBe(1);
      deaf.close();
      await expect.poll(() => statusOf(id)).toBe(expected);
    }
    const late = await call(tracker.uniqueId);
    await late.report([recordAt(1)]);
    await pause(300);
    expect(late.instructions).toEqual([]);
    late.close();
    expect((await look(id)).attempts).toBe(2);
  });

  test("never hears what is meant for another", async () => {
    const [one, other] = [await newTracker(), await newTracker()];
    const id = await queue(one.id);
    const wrong = await call(other.uniqueId);
    await wrong.report([recordAt(0), recordAt(1)]);
    await pause(300);
    expect(wrong.instructions).toEqual([]);
    wrong.close();
    expect(await statusOf(id)).toBe("queued");
  });

  test("does not get what is over or cancelled", async () => {
    const tracker = await newTracker();
    const over = await queue(tracker.id, { expiresAt: new Date(Date.now() + 300).toISOString() });
    const cancelled = await queue(tracker.id);
    await server().call("POST", `/api/v1/commands/${cancelled}/cancel`);
    await pause(400);
    const tracked = await call(tracker.uniqueId);
    await tracked.report([recordAt(0)]);
    await expect.poll(() => statusOf(over)).toBe("expired");
    expect(await statusOf(cancelled)).toBe("cancelled");
    expect(tracked.instructions).toEqual([]);
    tracked.close();
  });
});

test("the same request twice queues one instruction", async () => {
  const { id: studyId } = await server().call<{ id: number }>("POST", "/api/v1/studies", {
    name: "twice",
  });
  const tracker = { studyId, protocol: "teltonika", uniqueId: testImei("twice") };
  const { id } = await server().call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  const wanted = { trackerIds: [id], action: { name: "locate-now" }, requestId: "once" };
  const [first] = await server().call<Command[]>("POST", "/api/v1/commands", wanted);
  const [second] = await server().call<Command[]>("POST", "/api/v1/commands", wanted);
  expect(second).toEqual(first);
});

function recordAt(minutes: number): TrackerRecord {
  return {
    time: Date.parse("2026-07-01T10:00:00Z") + minutes * 60_000,
    position: [4.31, 51.11],
    altitudeMetres: 2,
    headingDegrees: 80,
    satellites: 9,
    speedKilometresPerHour: 1,
    io: { batteryMillivolts: 3900 },
  };
}
