import type { Sighting } from "../lab-api.ts";
import { matches } from "../table/sort.ts";

/** Why somebody should look at a report; the most pressing first. */
const REASONS = ["doubtful", "new", "without-item", "noted", "photo"] as const;
export type Reason = (typeof REASONS)[number];
/** Which reports are shown. */
export const QUEUES = [
  "all",
  "waiting",
  ...REASONS,
  "with-photos",
  "accepted",
  "rejected",
  "merged",
] as const;
type Queue = (typeof QUEUES)[number];
export const ORDERS = ["queue", "newest", "oldest", "code"] as const;
type Order = (typeof ORDERS)[number];

/** A report in the list, with why it waits; without a reason it does not. */
export interface QueueRow {
  readonly sighting: Sighting;
  readonly reasons: readonly Reason[];
}

/** What is asked of the list. */
export interface Asked {
  readonly queue: Queue;
  readonly order: Order;
  /** Of the code or the note. */
  readonly words: string;
  readonly publishesPhotos: boolean;
}

/** The reports that are asked for, in the order that is asked for. */
export function queueOf(sightings: readonly Sighting[], asked: Asked): readonly QueueRow[] {
  return sightings
    .filter(({ itemCode, note }) => matches(asked.words, [itemCode, note]))
    .map((sighting) => ({ sighting, reasons: reasonsOf(sighting, asked.publishesPhotos) }))
    .filter((row) => isIn(asked.queue, row))
    .sort(comparisonOf(asked.order));
}

/** Why somebody should look at a report. */
export function reasonsOf(
  { review, suspicious, studyId, notes, photos, mergedInto }: Sighting,
  publishesPhotos: boolean,
): readonly Reason[] {
  if (review === "rejected" || mergedInto !== null) return [];
  const holds: Readonly<Record<Reason, boolean>> = {
    doubtful: review === "waiting" && suspicious.length > 0,
    new: review === "waiting" && suspicious.length === 0,
    "without-item": studyId === null,
    noted: review !== "accepted" && studyId !== null && notes.length > 0,
    photo: publishesPhotos && photos.some(({ checked }) => !checked),
  };
  return REASONS.filter((reason) => holds[reason]);
}

/** One of some words from the address, or the first. */
export function wordOf<const Word extends string>(
  words: readonly [Word, ...Word[]],
  text: string | undefined,
): Word {
  return words.find((word) => word === text) ?? words[0];
}

function isIn(queue: Queue, { sighting, reasons }: QueueRow): boolean {
  switch (queue) {
    case "all":
      return true;
    case "waiting":
      return reasons.length > 0;
    case "with-photos":
      return sighting.photos.length > 0;
    case "accepted":
    case "rejected":
      return sighting.review === queue;
    case "merged":
      return sighting.mergedInto !== null;
    default:
      return reasons.includes(queue);
  }
}

function comparisonOf(order: Order): (a: QueueRow, b: QueueRow) => number {
  const newest = (a: QueueRow, b: QueueRow) =>
    b.sighting.seenAt.localeCompare(a.sighting.seenAt) ||
    a.sighting.id.localeCompare(b.sighting.id);
  switch (order) {
    case "newest":
      return newest;
    case "oldest":
      return (a, b) => newest(b, a);
    case "code":
      return (a, b) => a.sighting.itemCode.localeCompare(b.sighting.itemCode) || newest(a, b);
    case "queue":
      return (a, b) => urgency(a) - urgency(b) || newest(a, b);
  }
}

function urgency({ reasons: [first] }: QueueRow): number {
  return first ? REASONS.indexOf(first) : REASONS.length;
}
