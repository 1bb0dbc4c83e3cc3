import type { FinishedReplay, ReplayExample } from "@zpr/ingest";

/** Prints what a replay did, or would do, for people. */
export function printReplay(
  { byProtocol, examples, finished }: FinishedReplay,
  dryRun: boolean,
): void {
  const counts = Object.entries(byProtocol);
  if (counts.length === 0) {
    console.log("there is no such message to read again");
    return;
  }
  for (const example of examples) console.log(lineOf(example));
  console.table(
    Object.fromEntries(counts.map(([protocol, { messages }]) => [protocol, spaced(messages)])),
  );
  console.table(
    Object.fromEntries(counts.map(([protocol, { fixes }]) => [protocol, spaced(fixes)])),
  );
  const sum = (of: (one: FinishedReplay["byProtocol"][string]) => number) =>
    counts.reduce((total, [, one]) => total + of(one), 0);
  const lost = sum(({ messages }) => messages.noLongerDecoded);
  const kept = sum(({ fixes }) => fixes.kept);
  if (lost > 0)
    console.error(`zpr: ${lost} messages can no longer be decoded; their fixes (${kept}) are kept`);
  if (dryRun) console.log("a dry run: nothing was written");
  else if (finished) console.log("done");
}

/** Counts with names that people read: `noLongerDecoded` is "no longer decoded". */
function spaced(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      count,
    ]),
  );
}

function lineOf(example: ReplayExample): string {
  const { outcome, protocol, uniqueId, rawMessageId } = example;
  const place = rawMessageId === null ? "beside" : `message ${rawMessageId}`;
  const who = `${place}, ${protocol} ${uniqueId ?? "nobody"}`;
  switch (outcome) {
    case "nowDecoded":
      return `${who}: now decoded; before: ${example.reason}`;
    case "noLongerDecoded":
      return `${who}: no longer decoded: ${example.reason}`;
    default: {
      const differences = example.differences.map(
        ({ field, before, after }) => `${field} ${said(before)} → ${said(after)}`,
      );
      return `${who}, ${example.time.toISOString()}: ${[outcome, ...differences].join("; ")}`;
    }
  }
}

function said(value: unknown): string {
  return JSON.stringify(value ?? null);
}
