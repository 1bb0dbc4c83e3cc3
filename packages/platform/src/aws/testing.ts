import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { freePort } from "../free-port.ts";
import { hasMoto, MOTO_PYTHON } from "./moto.ts";

const PROVIDE = new URL("provide-moto.ts", import.meta.url).pathname;
const READY_MILLISECONDS = 60_000;

/** Whether an AWS-compatible server can run on this machine; the first who asks makes what it needs. */
export function hasAws(): boolean {
  if (!hasMoto()) spawnSync(process.execPath, [PROVIDE], { stdio: "inherit" });
  if (!hasMoto())
    process.stderr.write(
      "\n*** NOT RUN: WHAT NEEDS AN AWS-COMPATIBLE SERVER, as moto cannot be installed here ***\n",
    );
  return hasMoto();
}

/** S3 and SQS of one's own, in memory: what is killed has forgotten everything. */
export interface AwsServer {
  /** What processes and SDKs need in their environment to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes a bucket and gives the URL of a prefix in it, for `ZPR_OBJECTS_URL`. */
  makeBucket(name: string): Promise<string>;
  /** Makes a queue whose dead letters go to another, and gives its URL, for `ZPR_LOG_URL`. */
  makeQueue(name: string, afterDeliveries?: number): Promise<string>;
  /** Stops it where it stands, with its connections open, and lets it go on. */
  freeze(): void;
  thaw(): void;
  kill(): Promise<void>;
  /** For measurements. */
  readonly pid: number;
}

/** Starts an AWS-compatible server on a free port. */
export async function awsServer(): Promise<AwsServer> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(MOTO_PYTHON, ["-m", "moto.server", "-p", String(port)], { stdio: "ignore" });
  await answering(endpoint, child);
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION,
      AWS_ACCESS_KEY_ID: ACCOUNT.accessKeyId,
      AWS_SECRET_ACCESS_KEY: ACCOUNT.secretAccessKey,
    },
    makeBucket: (name) => makeBucket(endpoint, name),
    makeQueue: (name, afterDeliveries = DELIVERIES) => makeQueue(endpoint, name, afterDeliveries),
    pid: child.pid ?? 0,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

const AWS_REGION = "eu-central-1";
const ACCOUNT = { accessKeyId: "testing", secretAccessKey: "testing" };

/** As AWS would be set up for us. */
const DELIVERIES = 10;

async function makeBucket(endpoint: string, name: string): Promise<string> {
  const client = new S3Client({
    endpoint,
    region: AWS_REGION,
    forcePathStyle: true,
    credentials: ACCOUNT,
  });
  await client.send(
    new CreateBucketCommand({
      Bucket: name,
      CreateBucketConfiguration: { LocationConstraint: AWS_REGION },
    }),
  );
  client.destroy();
  return `s3://${name}/a/prefix?endpoint=${encodeURIComponent(endpoint)}`;
}

async function makeQueue(endpoint: string, name: string, afterDeliveries: number): Promise<string> {
  const client = new SQSClient({ endpoint, region: AWS_REGION, credentials: ACCOUNT });
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({ QueueName: `${name}-dead-letters` }),
  );
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  await client.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: Attributes?.QueueArn,
          maxReceiveCount: afterDeliveries,
        }),
      },
    }),
  );
  client.destroy();
  return `sqs://${AWS_REGION}/${name}?endpoint=${encodeURIComponent(endpoint)}`;
}

async function answering(endpoint: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + READY_MILLISECONDS; Date.now() < deadline; await pause(50)) {
    if (child.exitCode !== null)
      throw new Error(`the AWS-compatible server ended with ${child.exitCode}`);
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error("the AWS-compatible server did not get ready");
}
