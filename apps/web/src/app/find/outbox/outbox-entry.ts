import { type ItemCode, SIGHTING_NOTES, type SightingNote } from "@zpr/model";
import type { Answer, PhotoProgress, Receipt, SightingBody } from "../../kit/api.ts";

/** A report on this phone, with how far it has come. Times are milliseconds since 1970, UTC. */
export interface OutboxEntry {
  readonly id: string;
  readonly code: ItemCode;
  readonly body: SightingBody;
  readonly photos: readonly OutboxPhoto[];
  readonly savedAt: number;
  readonly attempts: number;
  readonly nextTryAt: number;
  /** Set by the server's answer and by nothing else. */
  readonly receipt: Receipt | null;
  /** The kind of problem with which the server refused the report. */
  readonly problem: string | null;
}

interface OutboxPhoto {
  readonly n: number;
  readonly state: "waiting" | "sent" | "refused";
}

/** What a finder is told about a report. */
export type EntryState = "waiting" | "photos" | "sent" | "needs-you";

/** The next thing to send of an entry. */
export type Step = { readonly kind: "report" } | { readonly kind: "photo"; readonly n: number };

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
/** Answers that are about this moment, not about the report. */
const TRY_LATER = new Set([401, 403, 408, 425, 429]);

/** How far a report has come; only what the server has confirmed counts as sent. */
export function stateOf(entry: OutboxEntry): EntryState {
  if (entry.problem !== null) return "needs-you";
  if (!entry.receipt) return "waiting";
  return entry.photos.some(({ state }) => state === "waiting") ? "photos" : "sent";
}

/**
 * What the server had to say about a report it keeps. Reports that an older version of the app sent
 * have none, and a newer server may say what this version has no words for.
 */
export function notesOf({ receipt }: OutboxEntry): readonly SightingNote[] {
  return SIGHTING_NOTES.filter((note) => receipt?.notes?.includes(note));
}

/** What is to be sent next: the report, then each photo by itself; nothing when all is done. */
export function nextStep(entry: OutboxEntry): Step | undefined {
  if (entry.problem !== null) return undefined;
  if (!entry.receipt) return { kind: "report" };
  const photo = entry.photos.find(({ state }) => state === "waiting");
  return photo && { kind: "photo", n: photo.n };
}

/** Whether there is something to send and its time has come. */
export function isDue(entry: OutboxEntry, now: number): boolean {
  return nextStep(entry) !== undefined && entry.nextTryAt <= now;
}

/** The share of an entry's pieces that the server has, from 0 to 1. */
export function shareSent(entry: OutboxEntry): number {
  const photosDone = entry.photos.filter(({ state }) => state !== "waiting").length;
  return ((entry.receipt ? 1 : 0) + photosDone) / (1 + entry.photos.length);
}

/** The entry after the server answered to a step, or did not. */
export function afterStep(
  entry: OutboxEntry,
  step: Step,
  { answer, now }: { readonly answer: Answer<unknown>; readonly now: number },
): OutboxEntry {
  if (answer.kind === "unreached" || (answer.kind === "refused" && isForLater(answer.status)))
    return {
      ...entry,
      attempts: entry.attempts + 1,
      nextTryAt: now + waitAfter(entry.attempts + 1),
    };
  const tried = { ...entry, attempts: 0, nextTryAt: now };
  if (step.kind === "photo") {
    const state = answer.kind === "refused" ? "refused" : isWhole(answer) ? "sent" : "waiting";
    return { ...tried, photos: entry.photos.map((p) => (p.n === step.n ? { ...p, state } : p)) };
  }
  return answer.kind === "ok"
    ? { ...tried, receipt: answer.body as Receipt }
    : { ...tried, problem: answer.problem || "refused" };
}

/** The entry as its finder wants it tried again, now, perhaps under a corrected code. */
export function asNew(entry: OutboxEntry, code: ItemCode, now: number): OutboxEntry {
  return { ...entry, code, problem: null, attempts: 0, nextTryAt: now };
}

/** Whether the server has all of a photo, not just a piece. */
export function isWhole(answer: Answer<unknown>): boolean {
  return answer.kind === "ok" && (answer.body as PhotoProgress).isWhole;
}

function isForLater(status: number): boolean {
  return status >= 500 || TRY_LATER.has(status);
}

function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}
