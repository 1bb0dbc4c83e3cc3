import { Buffer } from "node:buffer";
import { parseLorawanDownlink } from "@zpr/model";
import type { CommandLanguage } from "./command-language.ts";

/** Downlinks of LoRaWAN devices: what their bytes mean only their maker knows, so no action has words. */
export const lorawanCommands: CommandLanguage = {
  textHint: "PORT:HEX such as 15:beef, or a JSON object that the network's codec encodes",

  wordsFor: ({ name }) => ({
    ok: false,
    reason: `LoRaWAN has no words for ${name}; say it as ${lorawanCommands.textHint}`,
  }),

  encode(text) {
    const downlink = parseLorawanDownlink(text);
    if (!downlink) return { ok: false, reason: `not ${lorawanCommands.textHint}` };
    const bytes =
      "hex" in downlink
        ? Buffer.from(downlink.hex, "hex")
        : Buffer.from(JSON.stringify(downlink.values));
    return { ok: true, bytes, key: null };
  },
};
