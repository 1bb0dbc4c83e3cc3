import { readOnTheWay } from "@zpr/ingest";
import { openSqsRelay } from "@zpr/platform";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/** `sqs://REGION/QUEUE`: the queue from which ingest takes. */
const url = process.env["ZPR_DECODED_URL"];
if (!url) throw new Error("ZPR_DECODED_URL is missing: sqs://REGION/QUEUE, where parcels go on to");

/** Begins while Lambda starts us, when the processor is ours alone. */
const relay = await openSqsRelay(url, readOnTheWay);

/**
 * Decodes what Lambda took from the raw log's queue, and passes it on. Those that could not be passed
 * on come again, and only those: the event source reports batch item failures.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const outcomes = await Promise.allSettled(event.Records.map(({ body }) => relay.pass(body)));
  return {
    batchItemFailures: event.Records.flatMap(({ messageId }, place) => {
      const outcome = outcomes[place];
      if (outcome?.status === "fulfilled") return [];
      console.error(JSON.stringify({ messageId, error: String(outcome?.reason) }));
      return [{ itemIdentifier: messageId }];
    }),
  };
}
