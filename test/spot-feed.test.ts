import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startIngest } from "@zpr/ingest";
import { memoryLiveEvents, prometheusMeter, quickJsCodecRunner } from "@zpr/platform";
import {
  postgresBookmarkStore,
  postgresCodecStore,
  postgresCommandBox,
  postgresFixLog,
  postgresFixStore,
  postgresRawLog,
  postgresRawMessageStore,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { useBoth } from "@zpr/storage/testing";
import { expect, test } from "vitest";
import { createLogger } from "../apps/server/src/logger.ts";
import { startNetworks } from "../apps/server/src/start-networks.ts";

const both = useBoth();
/** A moment before the turn of the feed of source 1, which comes two seconds into every third minute. */
const now = () => new Date("2026-06-19T12:00:01.950Z");

const message = {
  id: 12,
  messengerId: "0-1234567",
  unixTime: Date.parse("2026-06-19T11:50:00Z") / 1000,
  messageType: "TRACK",
  latitude: 51.2,
  longitude: 4.4,
  batteryState: "GOOD",
};

test("what a SPOT Trace sent is read from its feed and becomes a fix", async () => {
  const { database, address } = both();
  const feed = createServer((_, response) =>
    response.end(JSON.stringify({ response: { feedMessageResponse: { messages: { message } } } })),
  ).listen(0, "127.0.0.1");
  await once(feed, "listening");
  const baseUrl = `http://127.0.0.1:${(feed.address() as AddressInfo).port}`;
  const study = await postgresStudyStore(database).create(
    { name: "S", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  const tracker = await postgresTrackerStore(database).register({
    studyId: study?.id ?? 0,
    protocol: "spot",
    uniqueId: "0-1234567",
    name: "barrel",
    model: null,
    intervalSeconds: null,
  });
  const log = createLogger("silent");
  const meter = prometheusMeter();
  const fixLog = postgresFixLog(database);
  const codecRunner = quickJsCodecRunner();
  const ingest = startIngest({ fixLog, codecRunner, liveEvents: memoryLiveEvents(), meter, log });
  const commandBox = postgresCommandBox(database, address, () => {});
  const networks = await startNetworks(address, {
    list: async () => [{ id: 1, protocol: "spot", settings: { feedId: "0feed", baseUrl } }],
    bookmarkStore: postgresBookmarkStore(database),
    rawMessageStore: postgresRawMessageStore(database),
    codecStore: postgresCodecStore(database),
    codecRunner,
    rawLog: postgresRawLog(database),
    commandBox,
    senders: {},
    meter,
    log,
    now,
  });

  const filter = { studies: "all", trackerId: tracker?.id ?? 0 } as const;
  const page = { after: undefined, limit: 10 };
  await expect
    .poll(() => postgresFixStore(database).list(filter, page))
    .toMatchObject([
      {
        time: new Date("2026-06-19T11:50:00Z"),
        position: [4.4, 51.2],
        attributes: { messageId: "12", messageType: "TRACK" },
      },
    ]);
  await expect
    .poll(() => postgresBookmarkStore(database).read("source 1"))
    .toBe("0feed 2026-06-19T11:50:00.000Z");

  await networks.close();
  await ingest.stop();
  await commandBox.close();
  feed.close();
});
