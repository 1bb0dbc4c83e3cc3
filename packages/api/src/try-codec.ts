import type { Fix } from "@zpr/model";
import type { AssignedCodec, CodecRun, CodecRunner, TracedMessage } from "@zpr/ports";
import {
  type DecodedRecord,
  decoderNamed,
  heardAt,
  readDecoded,
  readEncoded,
  withPayload,
} from "@zpr/protocols";

/** What came of trying a codec on one payload or downlink. */
export interface Trial {
  readonly rawMessageId: number | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly fix: Fix | null;
  readonly port: number | null;
  readonly hex: string | null;
  readonly warnings: readonly string[];
  readonly logs: readonly string[];
  readonly milliseconds: number;
}

export interface TryPorts {
  readonly codecRunner: CodecRunner;
}

type TriedCodec = Omit<AssignedCodec, "id" | "functions">;

/** A payload by itself, or in a message that was kept. */
export type Tried =
  | { readonly hex: string; readonly port: number; readonly receivedAt: Date }
  | { readonly message: TracedMessage };

const NOTHING: Trial = {
  rawMessageId: null,
  reason: null,
  data: null,
  fix: null,
  port: null,
  hex: null,
  warnings: [],
  logs: [],
  milliseconds: 0,
};

/** What a codec makes of a payload. */
export async function tryDecoding(
  { source, mapping, variables }: TriedCodec,
  tried: Tried,
  { codecRunner }: TryPorts,
): Promise<Trial> {
  const rawMessageId = "message" in tried ? tried.message.id : null;
  const record = "message" in tried ? recordIn(tried.message) : recordOf(tried);
  if ("reason" in record) return { ...NOTHING, rawMessageId, reason: record.reason };
  return tryOnRecord({ source, mapping, variables }, record, { codecRunner, rawMessageId });
}

/** What a codec makes of the payload in a record that a decoder has read. */
export async function tryOnRecord(
  { source, mapping, variables }: TriedCodec,
  record: DecodedRecord,
  { codecRunner, rawMessageId }: TryPorts & { readonly rawMessageId: number | null },
): Promise<Trial> {
  const { payload, fix } = record;
  if (!payload) return { ...NOTHING, rawMessageId, reason: "the message has no payload" };
  const { bytes, port } = payload;
  const call = { name: "decodeUplink", bytes, port, receivedAt: fix.time, variables } as const;
  const run = await codecRunner.run(source, call);
  const trial = { ...NOTHING, ...spent(run), rawMessageId };
  if (!run.ok) return { ...trial, reason: run.reason };
  const { warnings, ...answer } = readDecoded(run.answer);
  if (!answer.ok) return { ...trial, warnings, reason: answer.reason };
  const { data } = answer;
  return { ...trial, warnings, data, fix: withPayload(record, { data, mapping, warnings }).fix };
}

/** What a codec makes of what a device is to be told. */
export async function tryEncoding(
  { source, variables }: TriedCodec,
  { data, port = 1 }: { readonly data: Readonly<Record<string, unknown>>; readonly port?: number },
  { codecRunner }: TryPorts,
): Promise<Trial> {
  const run = await codecRunner.run(source, { name: "encodeDownlink", data, port, variables });
  const trial = { ...NOTHING, ...spent(run) };
  if (!run.ok) return { ...trial, reason: run.reason };
  const { warnings, ...answer } = readEncoded(run.answer, port);
  if (!answer.ok) return { ...trial, warnings, reason: answer.reason };
  const hex = Buffer.from(answer.bytes).toString("hex");
  return { ...trial, warnings, data, port: answer.port, hex };
}

function spent({ logs, milliseconds }: CodecRun) {
  return { logs, milliseconds };
}

function recordOf({ hex, port, receivedAt }: Extract<Tried, { hex: string }>): DecodedRecord {
  const bytes = Buffer.from(hex, "hex");
  return { fix: heardAt(receivedAt, { framePort: port }), bytes, payload: { bytes, port } };
}

/** The record in a kept message whose payload a codec can be tried on. */
function recordIn(message: TracedMessage): DecodedRecord | { readonly reason: string } {
  const { protocol, bytes, receivedAt, transport, context } = message;
  const about = { receivedAt, transport, context, settings: {} };
  const decoded = decoderNamed(protocol)?.decode(Buffer.from(bytes), about);
  if (!decoded) return { reason: `no decoder for ${protocol}` };
  if (!decoded.ok) return decoded;
  const record = decoded.records.find(({ payload }) => payload);
  return record ?? { reason: "the message has no payload" };
}
