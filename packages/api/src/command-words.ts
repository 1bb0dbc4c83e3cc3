import type { Tracker } from "@zpr/ports";
import { type CommandAction, commandLanguageOf } from "@zpr/protocols";
import { ProblemError } from "./problem.ts";

type Addressed = Pick<Tracker, "protocol" | "uniqueId" | "model" | "settings">;

/** What somebody wants a tracker to be told: a named action or words of its own language. */
export interface WantedWords {
  readonly action?: CommandAction;
  readonly text?: string;
}

/** The words and bytes for a tracker, or why it cannot be told so. */
export type Wording =
  | { readonly ok: true; readonly text: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** How an instruction would be said to a tracker; nothing is sent by it. */
export function wordingFor(tracker: Addressed, wanted: WantedWords): Wording {
  if ((wanted.action === undefined) === (wanted.text === undefined))
    throw invalid("say either an action or a text");
  const { protocol, uniqueId, model, settings } = tracker;
  const language = commandLanguageOf(protocol);
  if (!language) return { ok: false, reason: `${protocol} trackers take no instructions` };
  const addressee = { uniqueId, model, settings };
  const worded = wanted.action
    ? language.wordsFor(wanted.action, addressee)
    : { ok: true as const, text: wanted.text ?? "" };
  if (!worded.ok) return worded;
  const encoded = language.encode(worded.text, { ...addressee, id: 1 });
  if (encoded.ok) return { ok: true, text: worded.text, bytes: encoded.bytes };
  return { ok: false, reason: `${encoded.reason}; expected ${language.textHint}` };
}

/** The words of an instruction for a tracker, checked before they are queued: an action has exactly one wording or none. */
export function wordsFor(tracker: Addressed & Pick<Tracker, "id">, wanted: WantedWords): string {
  const wording = wordingFor(tracker, wanted);
  if (!wording.ok) throw invalid(`tracker ${tracker.id}: ${wording.reason}`);
  return wording.text;
}

function invalid(detail: string): ProblemError {
  return new ProblemError("request-invalid", { detail });
}
