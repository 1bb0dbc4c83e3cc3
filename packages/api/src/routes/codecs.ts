import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { CodecMapping } from "@zpr/model";
import {
  CODEC_FUNCTIONS,
  type CodecFunction,
  type CodecRunner,
  type CodecStore,
  type CodecSummary,
} from "@zpr/ports";
import { readMapping } from "@zpr/protocols";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { codecHash } from "../codec-hash.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, oneOf, problems } from "../shapes.ts";

/** What a codec consists of. */
export const codecFields = {
  source: Type.String({
    minLength: 1,
    maxLength: 256 * 1024,
    description: "JavaScript with decodeUplink(input) and encodeDownlink(input) by TS013",
  }),
  mapping: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}}',
  }),
};
const summary = {
  id: Id,
  studyId: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  hash: Type.String({ description: "SHA-256 of source and mapping" }),
  mapping: Type.Unsafe<CodecMapping>(codecFields.mapping),
  functions: Type.Unsafe<readonly CodecFunction[]>(Type.Array(oneOf(CODEC_FUNCTIONS))),
  createdAt: Instant,
  createdBy: Type.String(),
};
const SummaryShape = Type.Object(summary);
const CodecShape = Type.Object({ ...summary, source: codecFields.source });
const NewCodec = Type.Object(
  {
    studyId: Id,
    name: summary.name,
    source: codecFields.source,
    mapping: Type.Optional(codecFields.mapping),
  },
  { additionalProperties: false },
);

/** `/codecs`: scripts that say what payloads mean. A codec never changes; another source or mapping is another codec. */
export const codecs: FastifyPluginAsyncTypebox<{
  codecStore: CodecStore;
  codecRunner: CodecRunner;
}> = async (app, { codecStore, codecRunner }) => {
  const schema = { tags: ["codecs"] };
  app.get(
    "/codecs",
    {
      config: { access: "researcher" },
      schema: {
        ...schema,
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(SummaryShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      return sendPage(
        { request, reply, query: request.query },
        (page) => codecStore.list(scope, page),
        { of: (codec: CodecSummary) => codec.id },
      );
    },
  );

  app.get(
    "/codecs/:id",
    {
      config: { access: "researcher" },
      schema: { ...schema, params: IdParams, response: { 200: CodecShape, ...problems } },
    },
    async (request) => {
      const codec = await codecStore.find(request.params.id);
      if (!codec) throw new ProblemError("not-found");
      requireRole(request, codec.studyId, "viewer");
      return codec;
    },
  );

  app.post(
    "/codecs",
    {
      config: { access: "researcher" },
      schema: { ...schema, body: NewCodec, response: { 201: CodecShape, ...problems } },
    },
    async (request, reply) => {
      const { studyId, name, source } = request.body;
      requireRole(request, studyId, "editor");
      const mapping = mappingOf(request.body.mapping);
      const functions = await functionsOf(source);
      const hash = codecHash(source, mapping);
      const createdBy = requireKnown(request).name;
      const codec = { studyId, name, hash, source, mapping, functions, createdBy };
      const made = await codecStore.create(codec);
      if (!made)
        throw new ProblemError("conflict", {
          detail: "the same source with the same mapping is there already, under another name",
        });
      return reply.status(201).send(made);
    },
  );

  async function functionsOf(source: string) {
    const run = await codecRunner.run(source, { name: "inspect" });
    if (!run.ok) throw new ProblemError("request-invalid", { detail: `codec: ${run.reason}` });
    const functions = CODEC_FUNCTIONS.filter(
      (name) => Array.isArray(run.answer) && run.answer.includes(name),
    );
    if (functions.length > 0) return functions;
    throw new ProblemError("request-invalid", {
      detail: `the source defines none of ${CODEC_FUNCTIONS.join(", ")}`,
    });
  }
};

/** A mapping as it came, in the form in which it is kept. */
export function mappingOf(written: Readonly<Record<string, unknown>> = {}): CodecMapping {
  const read = readMapping(written);
  if (!read.ok) throw new ProblemError("request-invalid", { detail: `mapping: ${read.reason}` });
  return read.mapping;
}
