/** Does something once for all calls of the next while (milliseconds); failing, it waits for the next call. */
export function settled(milliseconds: number, act: () => Promise<void>): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      // What could not be read is read after the next event, or when the stream is back.
      act().catch(() => undefined);
    }, milliseconds);
  };
}
