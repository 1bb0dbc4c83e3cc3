/** What makes a fix the fix it is. */
export interface FixIdentity {
  readonly trackerId: number;
  readonly time: Date;
  readonly recordHash: number;
}

const MAX_TRACKER = 2 ** 31;
const MAX_HASH = 2 ** 48;

/** The id of a fix as the outside knows it, e.g. `12.mf3k2j1a.1x2b`. */
export function fixId({ trackerId, time, recordHash }: FixIdentity): string {
  return `${trackerId}.${time.getTime().toString(36)}.${recordHash.toString(36)}`;
}

/** What an id stands for; `undefined` when the text is not exactly one of ours. */
export function parseFixId(id: string): FixIdentity | undefined {
  const [tracker = "", time = "", hash = "", ...more] = id.split(".");
  const identity = {
    trackerId: Number(tracker),
    time: new Date(Number.parseInt(time, 36)),
    recordHash: Number.parseInt(hash, 36),
  };
  const inRange =
    isBelow(identity.trackerId, MAX_TRACKER) && isBelow(identity.recordHash, MAX_HASH);
  return more.length === 0 && inRange && fixId(identity) === id ? identity : undefined;
}

function isBelow(number: number, end: number): boolean {
  return number >= 0 && number < end;
}
