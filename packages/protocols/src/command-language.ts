import type { Buffer } from "node:buffer";
import type { Settings } from "./settings.ts";

/** What any tracker may be asked, whatever its language. */
export type CommandAction =
  | { readonly name: "set-interval"; readonly seconds: number }
  | { readonly name: "locate-now" }
  | { readonly name: "reboot" }
  | { readonly name: "read-settings" };

/** The tracker an instruction is for, as far as its wording depends on it. */
export interface Addressee {
  readonly uniqueId: string;
  readonly model: string | null;
  readonly settings: Settings;
}

/** How instructions are said to one kind of tracker, and how its answers are told apart. */
export interface CommandLanguage {
  /** The words for an action, or why this kind of tracker has none. */
  wordsFor(action: CommandAction, to: Addressee): Worded;
  /** The bytes for a text, or why it cannot be sent. `id` is the instruction's own number. */
  encode(text: string, to: Addressee & { readonly id: number }): EncodedCommand;
  /** Whether a text has a form this protocol can send; checked before it is queued. */
  readonly textHint: string;
}

export type Worded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

export type EncodedCommand =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      /** What the tracker's answer will carry; null when answers carry nothing to know them by. */
      readonly key: string | null;
    }
  | { readonly ok: false; readonly reason: string };

/** What a tracker said of an instruction. */
export interface CommandAnswer {
  /** The key of the instruction it answers; null when it is the one sent last on this connection. */
  readonly key: string | null;
  /** `retry`: the tracker asks for it again later. */
  readonly outcome: "acknowledged" | "failed" | "retry";
  /** Its words, for people to read. */
  readonly text: string;
}
