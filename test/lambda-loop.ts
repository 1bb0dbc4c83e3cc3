/**
 * Does what AWS Lambda does for a function with a queue as its event source: takes batches, invokes
 * the function, deletes what it does not report as failed and leaves the rest to come again.
 *
 *   node test/lambda-loop.ts FUNCTION.mjs QUEUE-NAME
 */
import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

const BATCH = 10;
const AGAIN_SECONDS = 3;

const [file = "", QueueName = ""] = process.argv.slice(2);
const client = new SQSClient();
const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
const { handler }: { handler(event: SQSEvent): Promise<SQSBatchResponse> } = await import(file);

for (;;) {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH,
      WaitTimeSeconds: 1,
      VisibilityTimeout: AGAIN_SECONDS,
      MessageSystemAttributeNames: ["All"],
    }),
  );
  if (Messages.length > 0) await invoke(Messages);
}

async function invoke(messages: readonly Message[]): Promise<void> {
  const { batchItemFailures } = await handler({ Records: messages.map(toRecord) });
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const Entries = messages
    .filter(({ MessageId = "" }) => !failed.has(MessageId))
    .map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle }));
  if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
}

function toRecord({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message): SQSRecord {
  return {
    messageId: MessageId ?? "",
    receiptHandle: ReceiptHandle ?? "",
    body: Body ?? "",
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "0",
      ...Attributes,
    },
    messageAttributes: {},
    md5OfBody: MD5OfBody ?? "",
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:eu-central-1:123456789012:${QueueName}`,
    awsRegion: "eu-central-1",
  };
}
