import type { ItemCode, Position } from "@zpr/model";
import type { Pair, ReleaseDraft } from "./release-draft.ts";

/** Where a part of a release is. */
type PartState = "waiting" | "sent" | "refused";

/** A release that was made on this phone, with how far it has come. Times are milliseconds since 1970, UTC. */
export interface ReleaseEntry {
  /** A UUID of this phone: the same again is the same release. */
  readonly id: string;
  readonly studyId: number;
  readonly place: string;
  readonly position: Position;
  readonly releasedAt: number;
  readonly tideLagMinutes: number;
  readonly note: string;
  readonly codes: readonly ItemCode[];
  readonly pairs: readonly (Pair & { readonly state: PartState })[];
  readonly photos: readonly { readonly n: number; readonly state: PartState }[];
  readonly attempts: number;
  readonly nextTryAt: number;
  /** What the server calls it; set by the server's answer and by nothing else. */
  readonly releaseId: number | null;
  readonly problem: Trouble | null;
}

/** Why the server did not take a release; the codes that stand in the way, if it named any. */
interface Trouble {
  readonly kind: "refused" | "sign-in";
  readonly codes: readonly string[];
}

/** What a researcher is told about a release. */
export type EntryState = "waiting" | "sending" | "sent" | "sign-in" | "needs-you";

/** The next thing to send. */
export type Step =
  | { readonly kind: "release" }
  | { readonly kind: "pair"; readonly pair: Pair }
  | { readonly kind: "photo"; readonly n: number };

/** What the server said to a step. */
export type Answer =
  | { readonly kind: "ok"; readonly releaseId?: number }
  | { readonly kind: "refused"; readonly codes: readonly string[] }
  | { readonly kind: "sign-in" }
  | { readonly kind: "unreached" };

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 120_000;

/** A batch as it goes into the water, at this instant. */
export function entryOf(
  draft: ReleaseDraft & { readonly position: Position },
  made: { readonly id: string; readonly now: number },
): ReleaseEntry {
  return {
    id: made.id,
    studyId: draft.studyId,
    place: draft.place.trim(),
    position: draft.position,
    releasedAt: made.now,
    tideLagMinutes: draft.tideLagMinutes,
    note: draft.note.trim(),
    codes: draft.codes,
    pairs: draft.pairs.map((pair) => ({ ...pair, state: "waiting" })),
    photos: draft.photos.map((n) => ({ n, state: "waiting" })),
    attempts: 0,
    nextTryAt: made.now,
    releaseId: null,
    problem: null,
  };
}

/** How far a release has come; only what the server has confirmed counts as sent. */
export function stateOf(entry: ReleaseEntry): EntryState {
  if (entry.problem?.kind === "sign-in") return "sign-in";
  if (entry.problem) return "needs-you";
  if (entry.releaseId === null) return "waiting";
  return nextStep(entry) ? "sending" : "sent";
}

/** What is to be sent next: the release, then the pairs, then the photos. */
export function nextStep(entry: ReleaseEntry): Step | undefined {
  if (entry.problem?.kind === "refused") return undefined;
  if (entry.releaseId === null) return { kind: "release" };
  const pair = entry.pairs.find(({ state }) => state === "waiting");
  if (pair) return { kind: "pair", pair };
  const photo = entry.photos.find(({ state }) => state === "waiting");
  return photo && { kind: "photo", n: photo.n };
}

/** Whether there is something to send and its time has come. */
export function isDue(entry: ReleaseEntry, now: number): boolean {
  return nextStep(entry) !== undefined && entry.nextTryAt <= now;
}

/** The release after the server answered to a step, or did not. */
export function afterStep(
  entry: ReleaseEntry,
  step: Step,
  { answer, now }: { readonly answer: Answer; readonly now: number },
): ReleaseEntry {
  if (answer.kind === "unreached" || answer.kind === "sign-in") {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** entry.attempts, LONGEST_WAIT_MS);
    const problem = answer.kind === "sign-in" ? ({ kind: "sign-in", codes: [] } as const) : null;
    return { ...entry, problem, attempts: entry.attempts + 1, nextTryAt: now + wait };
  }
  const tried = { ...entry, problem: null, attempts: 0, nextTryAt: now };
  const state = answer.kind === "ok" ? "sent" : "refused";
  if (step.kind === "pair")
    return {
      ...tried,
      pairs: entry.pairs.map((one) =>
        one.trackerId === step.pair.trackerId && one.itemCode === step.pair.itemCode
          ? { ...one, state }
          : one,
      ),
    };
  if (step.kind === "photo")
    return { ...tried, photos: entry.photos.map((p) => (p.n === step.n ? { ...p, state } : p)) };
  return answer.kind === "ok"
    ? { ...tried, releaseId: answer.releaseId ?? null }
    : { ...tried, problem: { kind: "refused", codes: answer.codes } };
}

/** The release without the items that stand in its way, to be tried again now. */
export function without(entry: ReleaseEntry, codes: readonly string[], now: number): ReleaseEntry {
  return {
    ...entry,
    codes: entry.codes.filter((code) => !codes.includes(code)),
    pairs: entry.pairs.filter(({ itemCode }) => !codes.includes(itemCode)),
    problem: null,
    attempts: 0,
    nextTryAt: now,
  };
}
