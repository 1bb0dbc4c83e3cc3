import { listen } from "@zpr/gateway";
import { emptyCommandBox } from "@zpr/gateway/testing";
import type { RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import { protocolNamed } from "@zpr/protocols";
import { expect, test } from "vitest";
import { goOnLive } from "./go-on-live.ts";
import type { SimulatedEvent } from "./simulation.ts";
import { testImei } from "./test-imei.ts";

test("what is due goes out by itself, tracker after tracker, until the signal", async () => {
  const protocol = protocolNamed("teltonika");
  if (!protocol) throw new Error("there is no teltonika");
  const kept: RawMessage[] = [];
  const gateway = await listen(
    protocol,
    { host: "127.0.0.1", port: 0 },
    {
      rawLog: { append: async (message) => void kept.push(message) },
      commandBox: emptyCommandBox,
      meter: prometheusMeter(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      now: () => new Date(),
    },
  );
  const due = ["A", "B"].map(packetOf);
  const intervals: number[] = [];
  const stop = new AbortController();
  const live = goOnLive(
    {
      now: 0,
      advance: () => due.splice(0),
      setIntervalSeconds: (seconds) => void intervals.push(seconds),
    },
    {
      gateway: { host: "127.0.0.1", port: gateway.port },
      intervalSeconds: 60,
      signal: stop.signal,
      onFailure: (failure) => expect.unreachable(failure),
    },
  );

  await expect
    .poll(() => kept.map(({ uniqueId }) => uniqueId))
    .toEqual([testImei("A"), testImei("B")]);
  expect(intervals).toEqual([60]);
  stop.abort();
  await live;
  await gateway.close();
});

function packetOf(name: string): SimulatedEvent {
  return {
    kind: "packet",
    time: Date.now(),
    imei: testImei(name),
    records: [
      {
        time: Date.now(),
        position: [4.3, 51.2],
        altitudeMetres: 0,
        headingDegrees: 0,
        satellites: 8,
        speedKilometresPerHour: 0,
        io: {},
      },
    ],
  };
}
