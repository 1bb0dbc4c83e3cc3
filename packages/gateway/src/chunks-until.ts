import type { Buffer } from "node:buffer";

/** What a stream brings until it ends or the signal comes, whichever is first; `onBytes` hears of each piece. */
export async function* chunksUntil(
  stream: AsyncIterable<Buffer>,
  signal: AbortSignal,
  onBytes: () => void,
): AsyncGenerator<Buffer> {
  const iterator = stream[Symbol.asyncIterator]();
  let stop = () => {};
  const onAbort = () => stop();
  signal.addEventListener("abort", onAbort);
  try {
    while (!signal.aborted) {
      // A new promise for each wait: one for the whole call would remember every chunk of it.
      const next = await new Promise<IteratorResult<Buffer> | undefined>((resolve, reject) => {
        stop = () => resolve(undefined);
        iterator.next().then(resolve, reject);
      });
      if (next === undefined || next.done) return;
      onBytes();
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
