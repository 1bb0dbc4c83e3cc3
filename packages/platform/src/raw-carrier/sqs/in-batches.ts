/** SQS takes so many messages, receipts or questions in one request. */
export const MOST_IN_BATCH = 10;

/** Things in groups of ten at most, as one request holds them. */
export function inBatches<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  return Array.from({ length: Math.ceil(things.length / MOST_IN_BATCH) }, (_, batch) =>
    things.slice(batch * MOST_IN_BATCH, (batch + 1) * MOST_IN_BATCH),
  );
}
