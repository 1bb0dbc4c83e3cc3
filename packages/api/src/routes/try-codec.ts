import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { CodecStore, RawMessageStore } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { requireRole } from "../caller.ts";
import { DecodedFixShape } from "../decoded-fix-shape.ts";
import { ProblemError } from "../problem.ts";
import { Id, InstantText, nullable, problems } from "../shapes.ts";
import { type Trial, type Tried, type TryPorts, tryDecoding, tryEncoding } from "../try-codec.ts";
import { codecFields, mappingOf } from "./codecs.ts";

const MOST_MESSAGES = 100;
/** All wait for one thread, each for five seconds at worst: who comes later is sent away, not kept waiting. */
const MOST_AT_ONCE = 8;
/** The longest payload any data rate carries. */
const MOST_BYTES = 242;

const Port = Type.Integer({ minimum: 1, maximum: 255 });
const UplinkShape = Type.Object(
  {
    hex: Type.String({ pattern: `^([0-9a-fA-F]{2}){0,${MOST_BYTES}}$` }),
    port: Port,
    receivedAt: Type.Optional(InstantText),
  },
  { additionalProperties: false },
);
const Asked = Type.Object(
  {
    studyId: Id,
    codecId: Type.Optional(Id),
    source: Type.Optional(codecFields.source),
    mapping: Type.Optional(codecFields.mapping),
    variables: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    uplinks: Type.Optional(Type.Array(UplinkShape, { maxItems: MOST_MESSAGES })),
    rawMessageIds: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), { maxItems: MOST_MESSAGES }),
    ),
    downlink: Type.Optional(
      Type.Object(
        { data: Type.Record(Type.String(), Type.Unknown()), port: Type.Optional(Port) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false, description: "A codec of the study, or a source of its own" },
);

const TrialShape = Type.Unsafe<Trial>(
  Type.Object({
    rawMessageId: nullable(Type.Integer()),
    reason: nullable(Type.String({ description: "Why it could not be read; null when it was" })),
    data: nullable(Type.Record(Type.String(), Type.Unknown())),
    fix: nullable(DecodedFixShape),
    port: nullable(Type.Integer()),
    hex: nullable(Type.String({ description: "The bytes of a downlink" })),
    warnings: Type.Array(Type.String()),
    logs: Type.Array(Type.String({ description: "What it wrote to its console" })),
    milliseconds: Type.Number({ description: "Processor time" }),
  }),
);

type Body = Static<typeof Asked>;

/** `POST /codecs/try`: what a codec makes of payloads or of a downlink. Nothing is kept. */
export const tryCodec: FastifyPluginAsyncTypebox<
  TryPorts & { codecStore: CodecStore; rawMessageStore: RawMessageStore; now: () => Date }
> = async (app, ports) => {
  let atOnce = 0;
  app.post(
    "/codecs/try",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["codecs"],
        body: Asked,
        response: { 200: Type.Array(TrialShape), ...problems },
      },
    },
    async (request) => {
      const { body } = request;
      requireRole(request, body.studyId, "editor");
      if (atOnce >= MOST_AT_ONCE)
        throw new ProblemError("too-busy", { detail: "many codecs are being tried" });
      atOnce += 1;
      try {
        return await trialsOf(body);
      } finally {
        atOnce -= 1;
      }
    },
  );

  async function trialsOf(body: Body): Promise<Trial[]> {
    const codec = { ...(await codecIn(body)), variables: body.variables ?? {} };
    const trials: Trial[] = [];
    for (const tried of await triedIn(body)) trials.push(await tryDecoding(codec, tried, ports));
    if (body.downlink) trials.push(await tryEncoding(codec, body.downlink, ports));
    return trials;
  }

  async function triedIn({ studyId, uplinks, rawMessageIds }: Body): Promise<readonly Tried[]> {
    const payloads = (uplinks ?? []).map(({ hex, port, receivedAt }) => ({
      hex,
      port,
      receivedAt: receivedAt === undefined ? ports.now() : new Date(receivedAt),
    }));
    const messages = (rawMessageIds ?? []).map(async (id) => {
      const message = await ports.rawMessageStore.find(id, [studyId]);
      if (message) return { message };
      throw new ProblemError("not-found", { detail: `the study has no raw message ${id}` });
    });
    return [...payloads, ...(await Promise.all(messages))];
  }

  async function codecIn({ studyId, codecId, source, mapping }: Body) {
    if ((codecId === undefined) === (source === undefined))
      throw new ProblemError("request-invalid", { detail: "say either a codecId or a source" });
    if (source !== undefined) return { source, mapping: mappingOf(mapping) };
    const codec = await ports.codecStore.find(codecId ?? 0);
    if (codec?.studyId !== studyId)
      throw new ProblemError("not-found", { detail: `the study has no codec ${codecId}` });
    return mapping === undefined ? codec : { ...codec, mapping: mappingOf(mapping) };
  }
};
