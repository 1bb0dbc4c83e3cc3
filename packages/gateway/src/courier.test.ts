import { prometheusMeter } from "@zpr/platform";
import type { DownlinkSender } from "@zpr/ports";
import {
  type PostgresCommandBox,
  postgresCommandBox,
  postgresCommandStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { useBoth } from "@zpr/storage/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startCourier } from "./courier.ts";

const TRACKER = { protocol: "ttn", uniqueId: "70B3D57ED005AA01" };
const both = useBoth();
let box: PostgresCommandBox;

beforeEach(() => {
  const { database, address } = both();
  box = postgresCommandBox(database, address, () => undefined);
});

afterEach(() => box.close());

/** Queues one instruction for a tracker; gives its number. */
async function queued(text: string): Promise<number> {
  const { database } = both();
  const study = { name: "S", description: "", simulated: false, public: true, publicDelayHours: 0 };
  const made = await postgresStudyStore(database).create(study, undefined);
  const named = { ...TRACKER, studyId: made?.id ?? 0, name: "buoy" };
  const tracker = await postgresTrackerStore(database).register({
    ...named,
    model: null,
    intervalSeconds: null,
  });
  const [command] = await postgresCommandStore(database).queue([
    {
      trackerId: tracker?.id ?? 0,
      text,
      action: null,
      priority: 0,
      maxAttempts: 3,
      expiresAt: null,
      createdBy: "test",
      requestId: null,
    },
  ]);
  return command?.id ?? 0;
}

it("carries an instruction again that something of ours kept from its network, and once only", async () => {
  const id = await queued("2:beef");
  const given: string[] = [];
  let failures = 1;
  const network: DownlinkSender = {
    async send({ text }, expectKey) {
      if (failures-- > 0) throw new Error("the database is away");
      await expectKey("key");
      given.push(text);
      return { outcome: "sent", key: "key", bytes: Buffer.from(text) };
    },
  };
  const lines: string[] = [];
  const note = (_: object, line: string) => void lines.push(line);
  const log = { info: note, warn: note, error: note };
  const ports = { commandBox: box, senders: { ttn: network }, meter: prometheusMeter(), log };
  const courier = startCourier(ports, 50);
  await expect.poll(() => given).toEqual(["2:beef"]);
  await box.answered(TRACKER, null, { key: "key", outcome: "acknowledged", text: "done" });
  await courier.close();
  expect(await postgresCommandStore(both().database).find(id)).toMatchObject({
    status: "acknowledged",
    attempts: 2,
  });
  expect(given).toEqual(["2:beef"]);
  expect(lines).toEqual(["an instruction could not be handed over"]);
});
