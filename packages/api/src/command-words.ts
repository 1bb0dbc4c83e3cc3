import type { Tracker } from "@zpr/ports";
import { type CommandAction, commandLanguageOf } from "@zpr/protocols";
import { ProblemError } from "./problem.ts";

/** The words of an instruction for a tracker, checked before they are queued: an action has exactly one wording or none. */
export function wordsFor(
  tracker: Pick<Tracker, "id" | "protocol" | "uniqueId" | "model" | "settings">,
  wanted: { readonly action?: CommandAction; readonly text?: string },
): string {
  const { protocol, uniqueId, model, settings } = tracker;
  const language = commandLanguageOf(protocol);
  if (!language) throw invalid(`${protocol} trackers take no instructions`);
  if ((wanted.action === undefined) === (wanted.text === undefined))
    throw invalid("say either an action or a text");
  const addressee = { uniqueId, model, settings };
  const worded = wanted.action
    ? language.wordsFor(wanted.action, addressee)
    : { ok: true as const, text: wanted.text ?? "" };
  if (!worded.ok) throw invalid(`tracker ${tracker.id}: ${worded.reason}`);
  // Nothing is sent by this; it tells whether it could be.
  const encoded = language.encode(worded.text, { ...addressee, id: 1 });
  if (!encoded.ok)
    throw invalid(`tracker ${tracker.id}: ${encoded.reason}; expected ${language.textHint}`);
  return worded.text;
}

function invalid(detail: string): ProblemError {
  return new ProblemError("request-invalid", { detail });
}
