import { setTimeout as pause } from "node:timers/promises";
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import {
  type AwsServer,
  awsServer,
  hasAws,
  parcelOf,
  type RefusingProxy,
  refusingProxy,
} from "@zpr/platform/testing";
import { TrackerLink, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { keepCallLedgers } from "./call-ledger.ts";
import { type Lambda, lambda } from "./lambda.ts";
import { FIRST_TIME, recorded, toRecord } from "./ledger.ts";
import { caller, type RunningServer, run } from "./running-server.ts";

const EACH_KIND = 2;
/** Delivered so often, a parcel is dead; a few seconds. */
const DELIVERIES = 3;
const PATIENT = { timeout: 90_000 };

let aws: AwsServer;
let line: RefusingProxy;
let database: DatabaseServer;
let decoder: Lambda;
let front: RoleProcess;
let ingest: RoleProcess;
let call: RunningServer["call"];
let studyId: number;

/** Trackers to the gateway, to SQS, to the function, over a line that may fail to the second SQS, to ingest. */
describe.skipIf(!hasAws())("with SQS and a Lambda function", () => {
  beforeAll(async () => {
    aws = await awsServer();
    line = await refusingProxy(aws.environment["AWS_ENDPOINT_URL"] ?? "");
    database = await databaseServer();
    const settings = {
      ...aws.environment,
      ZPR_LOG_URL: await aws.makeQueue("raw", DELIVERIES),
      ZPR_DECODED_URL: await aws.makeQueue("decoded"),
    };
    const overLine = new URL(settings.ZPR_DECODED_URL);
    overLine.searchParams.set("endpoint", line.url);
    decoder = await lambda(settings.ZPR_LOG_URL, { ...settings, ZPR_DECODED_URL: overLine.href });
    front = await roleProcess("api,gateway", database.url, settings);
    ingest = await roleProcess("ingest", database.url, settings);
    await front.start();
    const key = await run(["user", "key", "aws", "--admin"], front.environment);
    call = caller(front.url, key);
    const study = { name: "Through SQS" };
    ({ id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", study));
  });
  afterAll(async () => {
    await Promise.all([front, ingest].map((one) => one.stop("SIGTERM")));
    await decoder.remove();
    await database.remove();
    await line.close();
    await aws.kill();
  });

  test("what a tracker sends is decoded by the function and recorded by ingest", async () => {
    const tracker = await say("decoded on the way");
    decoder.start();
    const [parcel] = await parcelsIn("decoded");
    expect(parcel?.messages).toMatchObject([{ uniqueId: tracker.uniqueId }]);
    const times = parcel?.messages[0]?.records?.map(({ fix }) => fix.time.getTime());
    expect(times).toEqual(tracker.times);
    await ingest.start();
    await expect.poll(() => recorded({ call }, tracker.id), PATIENT).toEqual(tracker.times);
  });

  test("killed again and again, on a line that loses messages, it loses and doubles nothing", async () => {
    const ledgers = await keepCallLedgers({
      server: { call },
      portsOf: (protocol) => [front.portOf(protocol)],
      eachKind: EACH_KIND,
    });
    for (let kill = 0; kill < 5; kill++) {
      line.refuse(20);
      await pause(2_000);
      await decoder.kill();
      decoder.start();
    }
    await ledgers.stop();
    expect(line.refused()).toBeGreaterThan(0);
    const acknowledged = ledgers.acknowledged();
    console.table({ acknowledged });
    expect(Math.min(...Object.values(acknowledged))).toBeGreaterThan(0);
    expect(await ledgers.compare()).toEqual(acknowledged);
  });

  test("what it cannot pass on is a dead letter, which ingest records all the same", async () => {
    line.refuse(Number.POSITIVE_INFINITY);
    const tracker = await say("dead letter");
    await expect.poll(() => recorded({ call }, tracker.id), PATIENT).toEqual(tracker.times);
    line.refuse(0);
  });
});

/** A tracker of the study that reports once and is answered. */
async function say(name: string) {
  const uniqueId = testImei(name);
  const tracker = { studyId, protocol: "teltonika", uniqueId };
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  const times = [0, 1, 2].map((second) => FIRST_TIME + second * 1000);
  const link = new TrackerLink({ host: "127.0.0.1", port: front.portOf("teltonika") }, uniqueId, {
    attempts: 10,
    timeoutMilliseconds: 5000,
  });
  await link.send(times.map(toRecord));
  link.close();
  return { id, uniqueId, times };
}

/** The parcels in a queue, left there. */
async function parcelsIn(queue: string) {
  const { AWS_ENDPOINT_URL: endpoint = "", AWS_REGION: region = "" } = aws.environment;
  const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
  const client = new SQSClient({ endpoint, region, credentials });
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: queue }));
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, VisibilityTimeout: 0 }),
    );
    if (Messages.length > 0)
      return Messages.map(({ Body = "" }) =>
        parcelOf(Buffer.from(Body), { id: "none", at: new Date() }),
      );
  }
}
