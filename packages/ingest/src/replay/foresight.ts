import type { FixPlace } from "@zpr/ports";

/** What earlier batches of a dry run would have left in the store. */
export interface Foresight {
  /** Whether a fix would be there by now, stored or not. */
  isThere(place: FixPlace, stored: boolean): boolean;
  remember(made: readonly FixPlace[], gone: readonly FixPlace[]): void;
}

/** For a replay that writes: what is stored is what is there. */
export const NO_FORESIGHT: Foresight = {
  isThere: (_, stored) => stored,
  remember: () => undefined,
};

/** Trackers send a record again within a few messages, so old memories are let go. */
const MOST_REMEMBERED = 300_000;

/** For a dry run, whose batches do not see each other's fixes. */
export function startForesight(): Foresight {
  const there = new Map<string, boolean>();
  const note = (isThere: boolean) => (place: FixPlace) => {
    there.set(keyOf(place), isThere);
    const [oldest] = there.keys();
    if (there.size > MOST_REMEMBERED && oldest !== undefined) there.delete(oldest);
  };
  return {
    isThere: (place, stored) => there.get(keyOf(place)) ?? stored,
    remember(made, gone) {
      made.forEach(note(true));
      gone.forEach(note(false));
    },
  };
}

/** What makes a fix the fix it is, as one text. */
export function keyOf({ trackerId, time, recordHash }: FixPlace): string {
  return `${trackerId} ${time.getTime()} ${recordHash}`;
}
