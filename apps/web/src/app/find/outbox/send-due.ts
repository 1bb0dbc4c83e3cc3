import type { Answer, PhotoProgress } from "../../kit/api.ts";
import {
  afterStep,
  isDue,
  isWhole,
  nextStep,
  type OutboxEntry,
  type Step,
  stateOf,
} from "./outbox-entry.ts";
import type { KeptPhoto, PhoneStore } from "./phone-store.ts";

/** What sending needs from outside. */
export interface Sending {
  readonly store: PhoneStore;
  readonly sendReport: (entry: OutboxEntry) => Promise<Answer<unknown>>;
  /** Sends a photo, or the next piece of it. */
  readonly sendPhoto: (photo: KeptPhoto) => Promise<Answer<PhotoProgress>>;
  readonly now: () => number;
  /** Told before each step which report it is about, and after it that something changed. */
  readonly onStep: (entry: OutboxEntry, step: Step) => void;
  readonly onChange: () => Promise<void>;
}

/** Sends all that is due, one piece at a time, until nothing is: reports before photos, oldest first. */
export async function sendDue(sending: Sending): Promise<void> {
  for (let due = await firstDue(sending); due; due = await firstDue(sending)) {
    const { entry, step } = due;
    sending.onStep(entry, step);
    const answer = await sendStep(sending, entry, step);
    await sending.store.changeReport(entry.id, (kept) =>
      afterStep(kept, step, { answer, now: sending.now() }),
    );
    if (step.kind === "photo" && isWhole(answer)) await sending.store.removePhoto(entry.id, step.n);
    await sending.onChange();
  }
}

async function firstDue({ store, now }: Sending) {
  const due = [...(await store.reports())]
    .filter((entry) => isDue(entry, now()))
    .sort((one, other) => rank(one) - rank(other) || one.savedAt - other.savedAt)
    .at(0);
  const step = due && nextStep(due);
  return due && step && { entry: due, step };
}

/** The few bytes of a report never wait behind somebody's photos. */
function rank({ receipt }: OutboxEntry): number {
  return receipt ? 1 : 0;
}

async function sendStep(
  { store, sendReport, sendPhoto }: Sending,
  entry: OutboxEntry,
  step: Step,
): Promise<Answer<unknown>> {
  if (step.kind === "report") return sendReport(entry);
  const photo = (await store.photos(entry.id)).find(({ n }) => n === step.n);
  // A browser short of space may have thrown it away; the report must not wait for it for ever.
  if (!photo) return { kind: "refused", status: 410, problem: "photo-lost", suggestions: [] };
  return sendPhoto(photo);
}

/** Sent reports older than the given instant (ms), which nobody needs on the phone any more. */
export function outdated(entries: readonly OutboxEntry[], before: number): readonly OutboxEntry[] {
  return entries.filter((entry) => stateOf(entry) === "sent" && entry.savedAt < before);
}
