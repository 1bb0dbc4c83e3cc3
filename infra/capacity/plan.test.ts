import { describe, expect, test } from "vitest";
import { MEASURED } from "./measured.ts";
import { type Costs, type Demand, PARTS, plan } from "./plan.ts";

const costs: Costs = {
  cpuPer100k: { gateway: 3, ingest: 10, api: 1, postgres: 20, nats: 0.5, redis: 0.1 },
  journeysPer100k: 10_000,
  journeyMilliseconds: { ingest: 0.4, postgres: 1 },
  journeysOfAnIngest: 500,
  connectionBytes: 19_000,
  connectionsOfAGateway: 20_000,
  callsOfAGateway: 4_000,
  rawBytes: 200,
  fixBytes: 200,
  cellBytes: 100,
  walBytes: 1000,
};
const demand: Demand = {
  trackers: 1_000_000,
  intervalSeconds: 100,
  messageBytes: 90,
  staysConnected: false,
  journeyLagSeconds: 1000,
  days: 10,
  busyShare: 0.5,
};

describe("a million trackers that report every hundred seconds", () => {
  const made = plan(demand, costs, 0.4);

  test("are ten thousand messages a second, and cores for twice of what they take", () => {
    expect(made.messagesPerSecond).toBe(10_000);
    expect(made.cores.gateway).toBeCloseTo(0.6);
    expect(made.cores.ingest).toBeCloseTo(2);
    expect(made.cores.postgres).toBeCloseTo(4);
    expect(made.processes.gateway).toBe(3);
  });

  test("bring a journey up to date for each of its fixes, unless it may lag", () => {
    expect(made.journeysPerSecond).toBe(1000);
    expect(made.processes.ingest).toBe(4);
    const soon = plan({ ...demand, journeyLagSeconds: 1 }, costs, 0.4);
    expect(soon.journeysPerSecond).toBe(10_000);
    expect(soon.cores.postgres).toBeCloseTo(4 + (9000 * 0.001) / 0.5);
    expect(soon.cores.ingest).toBeCloseTo(2 + (9000 * 0.0004) / 0.5);
    expect(soon.processes.ingest).toBe(40);
  });

  test("fill the database with what each leaves in it", () => {
    expect(made.database.fixesADay).toBe(864_000_000);
    expect(made.database.gigabytesADay).toBeCloseTo(432);
    expect(made.database.terabytes).toBeCloseTo(4.32);
    expect(made.database.walMegabytesPerSecond).toBeCloseTo(10);
  });

  test("need a gateway for so many connections when they stay connected", () => {
    const staying = plan({ ...demand, staysConnected: true }, costs, 0.4);
    expect(staying.connections).toBe(1_000_000);
    expect(staying.processes.gateway).toBe(50);
    expect(staying.gatewayMemoryGigabytes).toBeCloseTo(19);
    expect(staying.network.inMegabitsPerSecond).toBeLessThan(made.network.inMegabitsPerSecond);
  });

  test("share the calls of a queue the more, the more come to one gateway", () => {
    const spread = plan({ ...demand, staysConnected: true }, costs, 0.4);
    expect(made.sqs.messagesOfAParcel).toBe(33);
    expect(spread.sqs.messagesOfAParcel).toBe(2);
    expect(spread.sqs.dollarsAMonth).toBeGreaterThan(10 * made.sqs.dollarsAMonth);
    expect(made.sqs.dollarsAMonth).toBeCloseTo(made.sqs.millionCallsAMonth * 0.4);
  });
});

test("everything but connections grows with messages, whoever sends them", () => {
  const soon = { ...demand, journeyLagSeconds: 1 };
  const few = plan({ ...soon, trackers: 1000, intervalSeconds: 1 }, costs, 0.4);
  const many = plan({ ...soon, trackers: 60_000, intervalSeconds: 60 }, costs, 0.4);
  expect(many).toEqual(few);
});

test("what was measured has a cost for each part", () => {
  for (const part of PARTS) expect(MEASURED.cpuPer100k[part]).toBeGreaterThanOrEqual(0);
});
