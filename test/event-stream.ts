import { setTimeout as pause } from "node:timers/promises";

/** A live event as a reader gets it. */
interface SeenEvent {
  readonly kind: string;
  readonly trackerId?: number;
}

export interface EventReader {
  /** All that came so far, gaps too. */
  readonly seen: readonly SeenEvent[];
  stop(): Promise<void>;
}

const RETRY_MILLISECONDS = 100;

/** Reads `GET /api/v1/events` as browsers do: coming back with the last id whenever the connection breaks. */
export function readEvents(url: string, key: string): EventReader {
  const seen: SeenEvent[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let last: string | undefined;

  function take(block: string): void {
    const fields = Object.fromEntries(
      block.split("\n").map((line) => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2)]),
    );
    last = fields["id"] ?? last;
    if (fields["event"])
      seen.push({ kind: fields["event"], ...JSON.parse(fields["data"] ?? "{}") });
  }

  async function read(): Promise<void> {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(last !== undefined && { "last-event-id": last }),
    };
    const { body } = await fetch(`${url}/api/v1/events`, { headers, signal });
    let text = "";
    for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + piece).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) take(block);
    }
  }

  async function keepReading(): Promise<void> {
    while (!signal.aborted) {
      await read().catch(() => undefined);
      await pause(RETRY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  const reading = keepReading();
  return {
    seen,
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}
