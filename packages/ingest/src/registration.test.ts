import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { startIngest } from "./ingest.ts";
import { inMinutes, openRiver, RECEIVED_AT, type River, recordAt } from "./testing.ts";

const IMEI = "356938035643809";
const database = useDatabase();
let river: River;

beforeEach(async () => {
  river = await openRiver(database());
});

describe("an unknown tracker", () => {
  it("is noted as a caller, and registering it ingests everything it sent", async () => {
    await river.send(IMEI, [recordAt(0)]);
    await river.send(
      IMEI,
      [recordAt(1), recordAt(2, { satellites: 0 })],
      new Date(RECEIVED_AT.getTime() + 60_000),
    );
    await river.ingestAll();

    const [caller] = await river.trackerStore.listUnknown({ after: undefined, limit: 10 });
    expect(caller).toEqual({
      protocol: "teltonika",
      uniqueId: IMEI,
      firstHeardAt: RECEIVED_AT,
      lastHeardAt: new Date(RECEIVED_AT.getTime() + 60_000),
      messageCount: 2,
      lastPosition: recordAt(1).position,
    });
    expect(river.events).toEqual([
      { kind: "unknown-tracker", studyId: null, protocol: "teltonika", uniqueId: IMEI },
    ]);
    const [message] = await river.rawMessageStore.list(
      { studies: "all" },
      { after: undefined, limit: 1 },
    );
    expect(message?.outcome).toBe("unknown-tracker");

    const { id } = await river.register(IMEI);
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1], [2, "no-fix"]]);
    expect(await river.trackerStore.listUnknown({ after: undefined, limit: 10 })).toEqual([]);
  });

  it("loses nothing when it is registered while its messages are ingested", async () => {
    const sent = 60;
    const ingesting = startIngest(river.ports);
    river.rawLog.onAppended(ingesting.ring);
    const sending = Array.from({ length: sent }, async (_, minute) => {
      await river.send(IMEI, [recordAt(minute)]);
    });
    await Promise.all(sending.slice(0, sent / 3));
    const { id } = await river.register(IMEI);
    await Promise.all(sending);
    await ingesting.idle();
    await ingesting.stop();
    expect(await river.fixesOf(id)).toHaveLength(sent);
  });
});
