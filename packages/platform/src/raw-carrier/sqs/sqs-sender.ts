import { setTimeout as pause } from "node:timers/promises";
import { type BatchResultErrorEntry, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { MOST_IN_BATCH } from "./receipts.ts";
import type { SqsPlace } from "./sqs-queue.ts";

/** What SQS takes in one message, and in one request, in bytes (since August 2025). */
export const MOST_BYTES = 1024 * 1024;

const REQUESTS_AT_ONCE = 4;
const MOST_TRIES = 4;
const FIRST_PAUSE_MILLISECONDS = 50;

/** Sends texts to one queue. */
export interface SqsSender {
  /** Resolves once SQS has the text. Texts are JSON and at most `MOST_BYTES` long. */
  send(text: string): Promise<void>;
}

interface Waiting {
  readonly body: string;
  readonly bytes: number;
  readonly kept: () => void;
  readonly lost: (reason: unknown) => void;
  tries: number;
}

/**
 * Texts that are sent at one time share requests; while requests are on their way the next texts gather.
 * What SQS takes only in part is sent again, without what it took.
 */
export function sqsSender({ client, url }: SqsPlace): SqsSender {
  const waiting: Waiting[] = [];
  let requests = 0;

  function sendMore(): void {
    while (waiting.length > 0 && requests < REQUESTS_AT_ONCE) {
      requests++;
      void request(nextBatch()).finally(() => {
        requests--;
        sendMore();
      });
    }
  }

  function nextBatch(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const one of waiting) {
      bytes += one.bytes;
      if (count > 0 && (count === MOST_IN_BATCH || bytes > MOST_BYTES)) break;
      count++;
    }
    return waiting.splice(0, count);
  }

  async function request(batch: readonly Waiting[]): Promise<void> {
    const Entries = batch.map(({ body }, place) => ({ Id: String(place), MessageBody: body }));
    try {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries }),
      );
      const failures = new Map(Failed.map((failure) => [failure.Id, failure]));
      for (const [place, one] of batch.entries()) {
        const failure = failures.get(String(place));
        if (!failure) one.kept();
        else sendAgain(one, failure);
      }
    } catch (error) {
      for (const { lost } of batch) lost(error);
    }
  }

  function sendAgain(one: Waiting, { SenderFault, Code, Message }: BatchResultErrorEntry): void {
    one.tries++;
    if (SenderFault || one.tries === MOST_TRIES) {
      one.lost(new Error(`SQS refuses a message: ${Code ?? ""} ${Message ?? ""}`));
      return;
    }
    void pause(FIRST_PAUSE_MILLISECONDS * 2 ** one.tries).then(() => {
      waiting.push(one);
      sendMore();
    });
  }

  return {
    send: (text) =>
      new Promise((kept, lost) => {
        const body = withoutNoncharacters(text);
        waiting.push({ body, bytes: Buffer.byteLength(body), kept, lost, tries: 0 });
        // What is sent in this turn goes together.
        queueMicrotask(sendMore);
      }),
  };
}

/** SQS refuses two characters that JSON lets stand; they can only be inside of its strings. */
function withoutNoncharacters(json: string): string {
  return json.replace(/[\uFFFE\uFFFF]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
}
