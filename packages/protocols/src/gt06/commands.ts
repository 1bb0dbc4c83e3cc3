/**
 * Commands by message 80, and what a tracker says of them:
 *
 *   80       u8 length of flag and text | u32 flag | ASCII text | u16 language (2 is English)
 *   15 81    the same, back
 *   7979 21  u32 flag | u8 1 ASCII, 2 UTF-16 | text
 *
 * The flag is chosen by the server and comes back, so it is the instruction's own number.
 */
import { Buffer } from "node:buffer";
import type {
  CommandAction,
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
} from "../command-language.ts";
import type { Settings } from "../settings.ts";
import { frameOf, type Gt06Frame, LONGEST_SHORT_CONTENT } from "./frame.ts";

const COMMAND = 0x80;
const ANSWERS: ReadonlySet<number> = new Set([0x15, 0x81]);
const LONG_ANSWER = 0x21;
const UTF_16 = 2;
const FLAG_BYTES = 4;
const ENGLISH = Buffer.from([0, 2]);
const LONGEST_TEXT = LONGEST_SHORT_CONTENT - 1 - FLAG_BYTES - ENGLISH.length;
const FLAGS = 2 ** 32;

/** What most models understand; a tracker's settings may say it otherwise for its model. */
const TEMPLATES: Readonly<Record<CommandAction["name"], string>> = {
  "set-interval": "TIMER,{seconds},{seconds}#",
  "locate-now": "WHERE#",
  reboot: "RESET#",
  "read-settings": "PARAM#",
};

/** Trackers say in words that a command is wrong, at the beginning or the end. */
const REFUSAL = /^\W*(error|fail|invalid|illegal|unknown)|\b(fail(ed|ure)?|error|incorrect)\W*$/i;
/** What some trackers say by themselves in the form of an answer. */
const BY_ITSELF = /^<ICCID:/;

/**
 * GT06 text commands. `{"commands": {"set-interval": "MODE,1,{minutes}#"}}` in a tracker's settings
 * words an action for its model; `{"commandLanguage": false}` leaves out the language.
 */
export const gt06Commands: CommandLanguage = {
  textHint: "a command as sent by text message, ending with #: STATUS# or TIMER,300,300#",

  wordsFor(action, { settings }) {
    const own = templatesIn(settings)[action.name];
    if (own !== undefined && typeof own !== "string")
      return { ok: false, reason: `the tracker's settings have no text for ${action.name}` };
    return { ok: true, text: filled(own ?? TEMPLATES[action.name], action) };
  },

  encode(text, { id, settings }): EncodedCommand {
    if (!/^[\x20-\x7e]+$/.test(text))
      return { ok: false, reason: "a command is of printable ASCII characters" };
    if (text.length > LONGEST_TEXT)
      return { ok: false, reason: `a command has at most ${LONGEST_TEXT} characters` };
    const head = Buffer.alloc(1 + FLAG_BYTES);
    head.writeUInt8(FLAG_BYTES + text.length);
    head.writeUInt32BE(id % FLAGS, 1);
    const language = settings["commandLanguage"] === false ? Buffer.alloc(0) : ENGLISH;
    const content = Buffer.concat([head, Buffer.from(text, "latin1"), language]);
    const bytes = frameOf({ isLong: false, message: COMMAND, content, serial: 1 });
    return { ok: true, bytes, key: String(id % FLAGS) };
  },
};

/** What a tracker says of a command; `undefined` for what it says by itself. */
export function answerIn({ message, content }: Gt06Frame): CommandAnswer | undefined {
  const said = ANSWERS.has(message)
    ? shortAnswer(content)
    : message === LONG_ANSWER
      ? longAnswer(content)
      : undefined;
  if (!said || BY_ITSELF.test(said.text)) return undefined;
  const { flag, text } = said;
  // Some clones answer with the flag 0, whatever they were sent.
  const key = flag === 0 ? null : String(flag);
  return { key, text, outcome: REFUSAL.test(text) ? "failed" : "acknowledged" };
}

interface SaidText {
  readonly flag: number;
  readonly text: string;
}

function shortAnswer(content: Buffer): SaidText | undefined {
  if (content.length < 1 + FLAG_BYTES) return undefined;
  const end = 1 + content.readUInt8(0);
  const text = content.toString("latin1", 1 + FLAG_BYTES, end);
  return { flag: content.readUInt32BE(1), text };
}

function longAnswer(content: Buffer): SaidText | undefined {
  if (content.length <= FLAG_BYTES) return undefined;
  const isWide = content[FLAG_BYTES] === UTF_16;
  const bytes = content.subarray(FLAG_BYTES + 1);
  const text = isWide ? utf16(bytes) : bytes.toString("latin1");
  return { flag: content.readUInt32BE(0), text };
}

function utf16(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return even.swap16().toString("utf16le");
}

function templatesIn(settings: Settings): Readonly<Record<string, unknown>> {
  const commands = settings["commands"];
  return typeof commands === "object" && commands !== null ? { ...commands } : {};
}

function filled(template: string, action: CommandAction): string {
  if (action.name !== "set-interval") return template;
  return template
    .replaceAll("{seconds}", String(action.seconds))
    .replaceAll("{minutes}", String(Math.max(1, Math.round(action.seconds / 60))));
}
