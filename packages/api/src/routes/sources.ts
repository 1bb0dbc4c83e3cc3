import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Source, SourceStore } from "@zpr/ports";
import { pushProtocolNamed, pushProtocols } from "@zpr/protocols";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, problems, Version } from "../shapes.ts";
import { masked, movedSecrets, unmasked } from "../source-secrets.ts";

const PROTOCOLS = pushProtocols.map(({ name }) => name).join(", ");
const Settings = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
  description: "Addresses and keys of the network; keys come back as ********",
});
const fields = {
  studyId: Id,
  protocol: Type.String({
    description: `What brings the messages: ${PROTOCOLS}`,
  }),
  name: Type.String({
    pattern: "^[a-z0-9][a-z0-9-]{0,62}$",
    description: "Its part of the URL /ingest/v1/{protocol}/{name}",
  }),
};
const SourceShape = Type.Object({
  id: Id,
  version: Version,
  ...fields,
  settings: Settings,
  path: Type.String({ description: "Where it pushes to, with an API key that may ingest" }),
  createdAt: Instant,
});
const NewSource = Type.Object(
  { ...fields, settings: Type.Optional(Settings) },
  { additionalProperties: false },
);

/** `/sources`: networks and services that bring messages of a study's trackers. */
export const sources: FastifyPluginAsyncTypebox<{ sourceStore: SourceStore }> = async (
  app,
  { sourceStore },
) => {
  const schema = { tags: ["sources"] };
  app.get(
    "/sources",
    {
      config: { access: "researcher" },
      schema: {
        ...schema,
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(SourceShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      const rows = await sendPage(
        { request, reply, query: request.query },
        (page) => sourceStore.list(scope, page),
        { of: (source: Source) => source.id },
      );
      return rows.map(shown);
    },
  );

  app.post(
    "/sources",
    {
      config: { access: "researcher" },
      schema: { ...schema, body: NewSource, response: { 201: SourceShape, ...problems } },
    },
    async (request, reply) => {
      const { body } = request;
      requireRole(request, body.studyId, "owner");
      if (!pushProtocolNamed(body.protocol))
        throw new ProblemError("request-invalid", {
          detail: `nothing pushes messages as ${JSON.stringify(body.protocol)}; there are ${PROTOCOLS}`,
        });
      const made = await sourceStore.create({
        ...body,
        settings: unmasked(body.settings ?? {}, {}),
      });
      if (!made)
        throw new ProblemError("conflict", { detail: `there is a source ${body.name} already` });
      return reply.status(201).send(shown(made));
    },
  );

  app.patch(
    "/sources/:id",
    {
      config: { access: "researcher" },
      schema: {
        ...schema,
        params: IdParams,
        body: Type.Object({ settings: Settings }, { additionalProperties: false }),
        response: { 200: SourceShape, ...problems },
      },
    },
    async (request) => {
      const source = await owned(request, request.params.id, sourceStore);
      const settings = settingsToKeep(request.body.settings, source);
      const changed = await edit(request, edited(request, source, sourceStore), () =>
        sourceStore.change(source.id, settings),
      );
      return shown(changed);
    },
  );

  app.delete(
    "/sources/:id",
    {
      config: { access: "researcher" },
      schema: { ...schema, params: IdParams, response: { 204: Type.Null(), ...problems } },
    },
    async (request, reply) => {
      const source = await owned(request, request.params.id, sourceStore);
      await edit(request, edited(request, source, sourceStore), () =>
        sourceStore.remove(source.id),
      );
      return reply.status(204).send(null);
    },
  );
};

function settingsToKeep(sent: Source["settings"], { settings }: Source): Source["settings"] {
  const moved = movedSecrets(sent, settings);
  if (moved.length > 0)
    throw new ProblemError("request-invalid", {
      detail: `another address takes its secrets anew: send ${moved.join(", ")} too`,
    });
  return unmasked(sent, settings);
}

function shown(source: Source) {
  return {
    ...source,
    settings: masked(source.settings),
    path: `/ingest/v1/${source.protocol}/${source.name}`,
  };
}

function edited(request: FastifyRequest, { id }: Source, sourceStore: SourceStore) {
  const current = async () => shown(await owned(request, id, sourceStore));
  return { kind: "source", id, current };
}

async function owned(
  request: FastifyRequest,
  id: number,
  sourceStore: SourceStore,
): Promise<Source> {
  const source = await sourceStore.find(id);
  if (!source) throw new ProblemError("not-found");
  requireRole(request, source.studyId, "owner");
  return source;
}
