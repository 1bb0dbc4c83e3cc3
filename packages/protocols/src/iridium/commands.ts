/**
 * What an instruction by satellite means depends on the device's maker, so its text is its bytes in
 * hexadecimal. It is brought to Iridium's gateway on a connection of its own. The device fetches it
 * when it calls next; the header of what it sends then has the number of what it fetched.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import type { CommandAnswer, CommandLanguage } from "../command-language.ts";
import type { MobileOriginated } from "./mobile-originated.ts";
import {
  decodeConfirmation,
  encodeMobileTerminated,
  LONGEST_PAYLOAD,
  refusalOf,
} from "./mobile-terminated.ts";

const MOST_MTMSN = 65_535;
/** Session statuses that let the message to the device through, and the one that says it never will be. */
const WENT_WELL: ReadonlySet<number> = new Set([0, 2]);
const TOO_LARGE = 1;

interface Instruction {
  readonly id: number;
  readonly uniqueId: string;
  readonly text: string;
}

/** Instructions as bytes for Iridium's gateway. */
export const iridiumCommands: CommandLanguage = {
  textHint: "the bytes for the device in hexadecimal, at most 1890 of them: 0a1f00",

  wordsFor: () => ({
    ok: false,
    reason:
      "what a device understands by satellite depends on its maker: give its bytes in hexadecimal",
  }),

  encode: (text, { id, uniqueId }) => directIpWords.say({ id, uniqueId, text }),
};

/** Both sides of the exchange with Iridium's gateway that hands one instruction over. */
export const directIpWords = {
  /** The bytes to send, and the key by which the device will confirm them. */
  say({ id, uniqueId, text }: Instruction) {
    if (!isImei(uniqueId)) return refused("the tracker's id is no IMEI");
    const hex = text.replaceAll(/\s/g, "");
    if (!/^([0-9a-f]{2})+$/i.test(hex)) return refused("the text is not bytes in hexadecimal");
    const payload = Buffer.from(hex, "hex");
    if (payload.length > LONGEST_PAYLOAD) return refused("a message has at most 1890 bytes");
    const mtmsn = mtmsnOf(id);
    const bytes = encodeMobileTerminated({ mtmsn, imei: uniqueId, payload });
    return { ok: true, bytes, key: keyOf(mtmsn) } as const;
  },

  /** What the gateway's answer to it says so far; undefined until it is whole. */
  hear(received: Uint8Array, { id, uniqueId }: Instruction) {
    const heard = decodeConfirmation(Buffer.from(received));
    if (!heard) return undefined;
    if ("reason" in heard) return { outcome: "retry", reason: heard.reason } as const;
    if (heard.messageId !== mtmsnOf(id) || heard.imei !== uniqueId)
      return { outcome: "retry", reason: "the gateway confirmed another message" } as const;
    return refusalOf(heard.status) ?? ({ outcome: "sent" } as const);
  },
};

/** What a device's message says of an instruction it fetched. A session that broke off proves nothing. */
export function answerIn({ mtmsn, status }: MobileOriginated): CommandAnswer | undefined {
  if (mtmsn === 0) return undefined;
  const key = keyOf(mtmsn);
  if (WENT_WELL.has(status))
    return { key, outcome: "acknowledged", text: `message ${mtmsn} was delivered` };
  if (status === TOO_LARGE)
    return { key, outcome: "failed", text: `message ${mtmsn} is too large for a session` };
  return undefined;
}

function mtmsnOf(id: number): number {
  return ((id - 1) % MOST_MTMSN) + 1;
}

function keyOf(mtmsn: number): string {
  return `mtmsn:${mtmsn}`;
}

function refused(reason: string) {
  return { ok: false, reason } as const;
}
