import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SQSClient,
  type SQSClientConfig,
} from "@aws-sdk/client-sqs";

/** A queue, and who talks to it. */
export interface SqsPlace {
  readonly client: SQSClient;
  readonly url: string;
}

/** A queue, and the one to which it moves what was received too often. */
export interface SqsQueue extends SqsPlace {
  readonly deadLetters: DeadLetters | undefined;
}

interface DeadLetters {
  readonly url: string;
  /** How often the queue delivers something before it is moved. */
  readonly afterDeliveries: number;
}

const CONNECT_MILLISECONDS = 3_000;
/** Longer than a receiver waits for what comes. */
const REQUEST_MILLISECONDS = 10_000;

/**
 * Finds the queue at `sqs://REGION/QUEUE[?endpoint=URL]`; rejects when it is not there or may not be
 * used. Credentials, and an endpoint that the URL does not name, are found as all tools of AWS find them.
 */
export async function findSqsQueue(text: string): Promise<SqsPlace> {
  const { name, config } = readSqsUrl(text);
  const client = new SQSClient({
    ...config,
    requestHandler: {
      connectionTimeout: CONNECT_MILLISECONDS,
      requestTimeout: REQUEST_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
  });
  return { client, url: await urlOf(client, name) };
}

/** As `findSqsQueue`, with the queue's dead letters. */
export async function openSqsQueue(text: string): Promise<SqsQueue> {
  const { client, url } = await findSqsQueue(text);
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["RedrivePolicy"] }),
  );
  return { client, url, deadLetters: await deadLettersOf(client, Attributes?.["RedrivePolicy"]) };
}

/** How many messages wait in a queue or are in somebody's hands, about. */
export async function countIn({ client, url }: SqsPlace): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
      ],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}

/** Reads `sqs://REGION/QUEUE[?endpoint=URL]`. */
function readSqsUrl(text: string): {
  readonly name: string;
  readonly config: Pick<SQSClientConfig, "region" | "endpoint">;
} {
  const url = new URL(text);
  const endpoint = url.searchParams.get("endpoint");
  return {
    name: url.pathname.slice(1),
    config: { region: url.host, ...(endpoint !== null && { endpoint }) },
  };
}

async function urlOf(client: SQSClient, name: string): Promise<string> {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  if (QueueUrl === undefined) throw new Error(`SQS gave no address of the queue ${name}`);
  return QueueUrl;
}

async function deadLettersOf(
  client: SQSClient,
  policy: string | undefined,
): Promise<DeadLetters | undefined> {
  if (policy === undefined) return undefined;
  // The policy is what SQS itself wrote: {"deadLetterTargetArn":ARN,"maxReceiveCount":NUMBER or text}.
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy);
  const name = String(deadLetterTargetArn).split(":").at(-1) ?? "";
  return { url: await urlOf(client, name), afterDeliveries: Number(maxReceiveCount) };
}
