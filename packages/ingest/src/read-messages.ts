import type { FixBatch, LoggedMessage } from "@zpr/ports";
import { decode, sendersWithSettings } from "./decode.ts";
import { type CodecTime, type ReadPayloads, readPayloads } from "./read-payloads.ts";

/** Reads messages whole, as the decoders, settings and codecs of today do. */
export async function readMessages(
  messages: readonly LoggedMessage[],
  batch: Pick<FixBatch, "settings" | "codecs">,
  codecTime: CodecTime,
): Promise<ReadPayloads> {
  const settings = await batch.settings(sendersWithSettings(messages));
  const decoded = decode(messages, settings);
  const read = await readPayloads(decoded.readable, batch.codecs, codecTime);
  return { ...read, problems: [...decoded.problems, ...read.problems] };
}
