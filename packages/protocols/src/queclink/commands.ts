/**
 * Commands of @Track, from the vendor's published interface documents:
 *
 *   AT+GTxxx=password,parameters,serial$   answered by   +ACK:GTxxx,version,id,name,...,serial,send time,count$
 *
 * An empty parameter leaves what is set. The factory's password is the model's name in small letters.
 */
import { Buffer } from "node:buffer";
import type {
  Addressee,
  CommandAction,
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
  Worded,
} from "../command-language.ts";
import type { Message } from "./frame.ts";

const SERIALS = 0x1_0000;
const LONGEST_TEXT = 1024;
const SHORTEST_INTERVAL = 5;
const LONGEST_INTERVAL = 86_400;

/** Real-time operations: a number, a part of the settings to be read, and four reserved. */
const OPERATIONS: Readonly<Record<Exclude<CommandAction["name"], "set-interval">, string>> = {
  "locate-now": "GTRTO,1,,,,,",
  "read-settings": "GTRTO,2,,,,,",
  reboot: "GTRTO,3,,,,,",
};

/** Models whose FRI has 19 parameters: first the mode, 1 by time, then from the seventh check and send interval. */
const TIMED_BY_FRI: ReadonlySet<string> = new Set(["GL200", "GL300", "GL310M", "GL320M"]);

/** Commands by AT+GT, each with a serial number that comes back in its answer. */
export const queclinkCommands: CommandLanguage = {
  textHint:
    "a command of the model's manual, whole (AT+GTRTO=gl300,1,,,,,,FFFF$) or without password and serial number (GTRTO,1,,,,,)",

  wordsFor(action, { model }) {
    if (action.name !== "set-interval") return { ok: true, text: OPERATIONS[action.name] };
    return intervalFor(model, action.seconds);
  },

  encode(text, to): EncodedCommand {
    const serial = (to.id % SERIALS).toString(16).toUpperCase().padStart(4, "0");
    if (text.length > LONGEST_TEXT)
      return { ok: false, reason: `a command has at most ${LONGEST_TEXT} characters` };
    const [, whole = "", wholeName = ""] =
      /^(AT\+GT([A-Z0-9]{3})=[\x20-\x23\x25-\x7e]+),[0-9A-Fa-f]{0,4}\$$/.exec(text) ?? [];
    if (whole) return said(whole, wholeName, serial);
    const [, name = "", parameters = ""] =
      /^GT([A-Z0-9]{3})((?:,[\x20-\x23\x25-\x7e]*)?)$/.exec(text) ?? [];
    if (!name) return { ok: false, reason: "a command begins with AT+GT or GT and three letters" };
    const password = passwordOf(to);
    return password.ok
      ? said(`AT+GT${name}=${password.text}${parameters}`, name, serial)
      : password;
  },
};

/** What a message says of a command, if it answers one. */
export function answerIn({ head, kind, body }: Message): CommandAnswer | undefined {
  const serial = body.at(-1) ?? "";
  // The device's name stands before the serial number; a heartbeat has nothing but that.
  if (head !== "ACK" || kind === "HBD" || body.length < 2) return undefined;
  if (!/^[0-9A-Fa-f]{4}$/.test(serial)) return undefined;
  const text = [`GT${kind}`, ...body.slice(1, -1)].join(",");
  return { key: keyOf(kind, serial.toUpperCase()), outcome: "acknowledged", text };
}

function said(command: string, name: string, serial: string): EncodedCommand {
  const bytes = Buffer.from(`${command},${serial}$`, "latin1");
  return { ok: true, bytes, key: keyOf(name, serial) };
}

function keyOf(name: string, serial: string): string {
  return `${name} ${serial}`;
}

function intervalFor(model: string | null, seconds: number): Worded {
  if (!model || !TIMED_BY_FRI.has(model.toUpperCase()))
    return {
      ok: false,
      reason: `the parameters of AT+GTFRI are known for ${[...TIMED_BY_FRI].join(", ")}, not for ${model ?? "a tracker without a model"}: send the text of its manual`,
    };
  if (seconds < SHORTEST_INTERVAL || seconds > LONGEST_INTERVAL)
    return { ok: false, reason: "an interval has 5 to 86400 seconds" };
  const unchanged = (count: number) => Array.from({ length: count }, () => "");
  const parameters = [1, ...unchanged(5), seconds, seconds, ...unchanged(11)];
  return { ok: true, text: ["GTFRI", ...parameters].join(",") };
}

function passwordOf({ model, settings }: Addressee): Worded {
  const set = settings["password"];
  const password = set ?? model?.toLowerCase();
  if (typeof password === "string" && /^[0-9A-Za-z]{4,20}$/.test(password))
    return { ok: true, text: password };
  return {
    ok: false,
    reason:
      set === undefined
        ? "the factory's password is the model's name: set the tracker's model, or password in its settings"
        : "the password in the tracker's settings is not 4 to 20 letters and digits",
  };
}
