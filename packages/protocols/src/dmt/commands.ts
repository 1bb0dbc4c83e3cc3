/**
 * Asynchronous messages, by which a server tells a tracker what to do; from the comments of a
 * published library and the vendor's public pages on its Device Manager's API:
 *
 *   20  u32 id | u32 CAN address, FFFFFFFF the tracker itself | u16 type | u8 flags | payload
 *   21  u32 id | u8 status: 0 failed, 1 done, 2 send it again later
 *
 * The id is chosen by the server and comes back, so it is the instruction's own number.
 */
import { Buffer } from "node:buffer";
import type {
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
  Worded,
} from "../command-language.ts";
import { ASYNC_MESSAGE, frameOf } from "./frame.ts";

const HEAD = 11;
const ANSWER_BYTES = 5;
const IDS = 2 ** 32;
const TRACKER_ITSELF = "ffffffff";
/** Trackers are not known to take longer frames than they send. */
const LONGEST_PAYLOAD = 1000;
const TEXT =
  /^(?:0x)?(?<type>[0-9a-f]{4})(?::(?<payload>(?:[0-9a-f]{2})*))?(?: can=(?<can>[0-9a-f]{8}))?(?: flags=(?<flags>[0-9a-f]{2}))?$/i;
const RESTART = "0002";

/** What is documented in public: the type that restarts a tracker; and those that set its mode, outputs and counters, as text. */
export const dmtCommands: CommandLanguage = {
  textHint:
    "a type of message as four hexadecimal digits and its payload, if any: 0002 restarts, 0003:03 begins recovery mode; behind it can=ADDRESS and flags=XX where they are not FFFFFFFF and 00",

  wordsFor(action): Worded {
    switch (action.name) {
      case "reboot":
        return { ok: true, text: RESTART };
      case "locate-now":
        return refused(
          "no message asks a Digital Matter tracker for its position; 0003:03, recovery mode, lets it report every 30 s",
        );
      case "set-interval":
        return refused(
          "how a message sets a Digital Matter tracker's parameters is not public; set the interval in the vendor's Device Manager",
        );
      case "read-settings":
        return refused("no message reads a Digital Matter tracker's settings");
    }
  },

  encode(text, { id }): EncodedCommand {
    const { type, payload = "", can, flags } = TEXT.exec(text)?.groups ?? {};
    if (!type)
      return refused("a command is a type of four hexadecimal digits, a colon and bytes: 0003:03");
    const bytes = Buffer.from(payload, "hex");
    if (bytes.length > LONGEST_PAYLOAD)
      return refused(`a payload has at most ${LONGEST_PAYLOAD} bytes`);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(id % IDS);
    head.writeUInt32LE(Number.parseInt(can ?? TRACKER_ITSELF, 16), 4);
    head.writeUInt16LE(Number.parseInt(type, 16), 8);
    head.writeUInt8(Number.parseInt(flags ?? "0", 16), 10);
    const frame = frameOf(ASYNC_MESSAGE, Buffer.concat([head, bytes]));
    return { ok: true, key: String(id % IDS), bytes: frame };
  },
};

const OUTCOMES: ReadonlyMap<number, Omit<CommandAnswer, "key">> = new Map<
  number,
  Omit<CommandAnswer, "key">
>([
  [0, { outcome: "failed", text: "the tracker could not do it" }],
  [1, { outcome: "acknowledged", text: "done" }],
  [2, { outcome: "retry", text: "the tracker wants it again later" }],
]);

/** What a tracker says of an instruction; undefined when it is too short to say so. */
export function answerIn(payload: Buffer): CommandAnswer | undefined {
  if (payload.length < ANSWER_BYTES) return undefined;
  const status = payload.readUInt8(4);
  const { outcome, text } = OUTCOMES.get(status) ?? {
    outcome: "failed",
    text: `status ${status}, which is unknown`,
  };
  return { key: String(payload.readUInt32LE(0)), outcome, text };
}

function refused(reason: string) {
  return { ok: false, reason } as const;
}
