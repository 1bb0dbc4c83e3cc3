import type { Fix } from "@zpr/model";
import type { CodecRunner, CodecStore, TracedMessage, TrackerStore } from "@zpr/ports";
import { type DecodedRecord, decoderNamed, sound } from "@zpr/protocols";
import { tryOnRecord } from "./try-codec.ts";

/** What a kept message says to the decoders, settings and codecs of today. */
export interface DecodedAgain {
  /** Why it cannot be read; null when it can. */
  readonly reason: string | null;
  readonly fixes: readonly Fix[];
  /** The codec that its tracker has now, if its payload wants one. */
  readonly codecId: number | null;
  readonly warnings: readonly string[];
}

interface Ports {
  readonly trackerStore: TrackerStore;
  readonly codecStore: CodecStore;
  readonly codecRunner: CodecRunner;
}

/** Reads a kept message again as ingest would now; nothing is written. */
export async function decodeAgain(message: TracedMessage, ports: Ports): Promise<DecodedAgain> {
  const { protocol, bytes, receivedAt, transport, context } = message;
  const decoder = decoderNamed(protocol);
  if (!decoder) return unread(`no decoder for ${protocol}`);
  const settings = await settingsOf(message, ports);
  const about = { receivedAt, transport, context, settings };
  const decoded = sound(decoder.decode(Buffer.from(bytes), about));
  if (!decoded.ok) return unread(decoded.reason);
  const codec = await codecOf(message, decoded.records, ports);
  if (!codec) return { ...unread(null), fixes: decoded.records.map(({ fix }) => fix) };
  const fixes: Fix[] = [];
  const warnings: string[] = [];
  for (const record of decoded.records) {
    const trial = await tryOnRecord(codec, record, {
      codecRunner: ports.codecRunner,
      rawMessageId: message.id,
    });
    if (record.payload && trial.reason !== null)
      return { ...unread(trial.reason), codecId: codec.id, warnings: trial.warnings };
    fixes.push(trial.fix ?? record.fix);
    warnings.push(...trial.warnings);
  }
  return { reason: null, fixes, codecId: codec.id, warnings };
}

function unread(reason: string | null): DecodedAgain {
  return { reason, fixes: [], codecId: null, warnings: [] };
}

async function settingsOf({ trackerId }: TracedMessage, { trackerStore }: Ports) {
  if (trackerId === null) return {};
  return (await trackerStore.find(trackerId))?.settings ?? {};
}

async function codecOf(
  { protocol, uniqueId }: TracedMessage,
  records: readonly DecodedRecord[],
  { codecStore }: Ports,
) {
  if (uniqueId === null || !records.some(({ payload }) => payload)) return undefined;
  const assigned = await codecStore.assigned([{ protocol, uniqueId }]);
  return assigned.get(`${protocol} ${uniqueId}`);
}
