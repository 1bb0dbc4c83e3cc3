/** Commands of the Meitrack GPRS protocol, from the vendor's public protocol documents. */
import type { Buffer } from "node:buffer";
import type { CommandAnswer, CommandLanguage, Worded } from "../command-language.ts";
import { type Frame, serverFrame } from "./frame.ts";
import { ASKED_FOR, eventOf } from "./text-position.ts";

const FIRST_IDENTIFIER = 0x41;
const IDENTIFIERS = 58;
const LONGEST_TEXT = 1024;
const SECONDS_PER_STEP = 10;
const MOST_STEPS = 65_535;
/** What trackers say by themselves. */
const REPORTS: ReadonlySet<string> = new Set(["AAA", "CCC", "CCE", "CCB", "D00"]);

/** Commands go out in frames like those that come in; the answer bears the same identifier. */
export const meitrackCommands: CommandLanguage = {
  textHint: "a command and its parameters as in the vendor's GPRS protocol: A10, A12,30 or E91",

  wordsFor(action): Worded {
    switch (action.name) {
      case "locate-now":
        return { ok: true, text: "A10" };
      case "reboot":
        return { ok: true, text: "F01" };
      case "set-interval":
        return interval(action.seconds);
      case "read-settings":
        return {
          ok: false,
          reason: "Meitrack has no command that reads settings; E91 reads the firmware's version",
        };
    }
  },

  encode(text, { id, uniqueId }) {
    if (!/^[A-Z][0-9A-Z]{2}(,[\x20-\x29\x2b-\x7e]*)?$/.test(text) || text.length > LONGEST_TEXT)
      return {
        ok: false,
        reason: "a command is three characters such as A12, and its parameters after a comma",
      };
    const identifier = String.fromCharCode(FIRST_IDENTIFIER + (id % IDENTIFIERS));
    return {
      ok: true,
      bytes: serverFrame(identifier, uniqueId, text),
      key: keyOf(identifier, text.slice(0, 3)),
    };
  },
};

/** What a frame says of a command, if it answers one. */
export function answerIn({ identifier, command, body }: Frame): CommandAnswer | undefined {
  if (command === "AAA" && eventOf(body) === ASKED_FOR)
    return { key: keyOf(identifier, "A10"), outcome: "acknowledged", text: textOf(body) };
  if (REPORTS.has(command)) return undefined;
  const text = textOf(body);
  const isRefusal = /^...,\s*(err|fail|ng\b)/i.test(text);
  return {
    key: keyOf(identifier, command),
    outcome: isRefusal ? "failed" : "acknowledged",
    text,
  };
}

function interval(seconds: number): Worded {
  const steps = Math.ceil(seconds / SECONDS_PER_STEP);
  return steps >= 1 && steps <= MOST_STEPS
    ? { ok: true, text: `A12,${steps}` }
    : { ok: false, reason: "an interval has 10 to 655350 seconds" };
}

function keyOf(identifier: string, command: string): string {
  return `${identifier}${command}`;
}

function textOf(body: Buffer): string {
  return body.toString("latin1");
}
