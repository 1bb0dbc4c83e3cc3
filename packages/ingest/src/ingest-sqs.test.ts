import { randomUUID } from "node:crypto";
import { openSqsCarrier } from "@zpr/platform";
import { type AwsServer, awsServer, hasAws } from "@zpr/platform/testing";
import type { RawCarrier } from "@zpr/ports";
import { useDatabase } from "@zpr/storage/testing";
import { describeRawLog } from "@zpr/testkit";
import { afterAll, afterEach, beforeAll, describe, vi } from "vitest";
import { takerOf } from "./carried/testing.ts";

const database = useDatabase();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe.skipIf(!hasAws())("through an SQS", () => {
  let aws: AwsServer;
  const opened: RawCarrier[] = [];

  beforeAll(async () => {
    aws = await awsServer();
    for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  });
  afterEach(() => Promise.all(opened.splice(0).map((carrier) => carrier.close())));
  afterAll(async () => {
    vi.unstubAllEnvs();
    await aws.kill();
  });

  async function open(url: string): Promise<RawCarrier> {
    const carrier = await openSqsCarrier({ url, objectStore: undefined, log });
    opened.push(carrier);
    return carrier;
  }

  describeRawLog("SQS, by way of the database,", async () => {
    const url = await aws.makeQueue(`queue-${randomUUID()}`);
    const writers = [await open(url), await open(url)] as const;
    return {
      writers,
      takers: [takerOf(writers[0], database()), takerOf(writers[1], database())],
    };
  });
});
