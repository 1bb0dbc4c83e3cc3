import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CONDITIONS,
  LOCALES,
  POSITION_SOURCES,
  PUT_BACK,
  parseItemCode,
  SURROUNDINGS,
} from "@zpr/model";
import type { ItemStore, LiveEvents, Sighting, SightingKey, SightingStore } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { boxOf, codeOf, scopeOf, unknownItem } from "../asked.ts";
import { pageQuery, sendPage } from "../paging.ts";
import {
  BoxText,
  CodeParams,
  Id,
  Instant,
  InstantText,
  nullable,
  oneOf,
  PositionShape,
  problems,
} from "../shapes.ts";

const report = {
  id: Type.String({
    format: "uuid",
    description: "Made by the phone; the same id again is the same report",
  }),
  position: nullable(PositionShape),
  accuracyMetres: nullable(Type.Number({ minimum: 0 })),
  positionSource: oneOf(POSITION_SOURCES),
  surroundings: oneOf(SURROUNDINGS),
  condition: oneOf(CONDITIONS),
  putBack: oneOf(PUT_BACK),
  locale: oneOf(LOCALES),
};
const note = Type.String({ maxLength: 4000 });
const Contact = Type.Object(
  {
    email: Type.Optional(Type.String({ format: "email", maxLength: 254 })),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    newsConsent: Type.Optional(Type.Boolean()),
    contestConsent: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const NewSighting = Type.Object(
  {
    ...report,
    seenAt: InstantText,
    position: Type.Optional(report.position),
    accuracyMetres: Type.Optional(report.accuracyMetres),
    note: Type.Optional(nullable(note)),
    contact: Type.Optional(nullable(Contact)),
  },
  { additionalProperties: false },
);
const Receipt = Type.Object({
  id: report.id,
  code: Type.String(),
  finderNumber: Type.Integer({ description: "First, second, third ... report of this item" }),
  receivedAt: Instant,
  photos: Type.Unsafe<Sighting["photos"]>(
    Type.Array(Type.Object({ n: Type.Integer(), width: Type.Integer(), height: Type.Integer() })),
  ),
});
const SightingShape = Type.Object({
  ...report,
  itemCode: Type.String(),
  seenAt: Instant,
  receivedAt: Instant,
  note: nullable(note),
  finderNumber: Type.Integer(),
  photos: Receipt.properties.photos,
  simulated: Type.Boolean(),
});
const Query = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  itemCode: Type.Optional(Type.String()),
  bbox: Type.Optional(BoxText),
});

interface Ports {
  readonly itemStore: ItemStore;
  readonly sightingStore: SightingStore;
  readonly liveEvents: LiveEvents;
  readonly now: () => Date;
}

/** Finders' reports: anybody sends them, researchers read them. */
export const sightings: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { itemStore, sightingStore, liveEvents, now },
) => {
  app.post(
    "/items/:code/sightings",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: CodeParams,
        body: NewSighting,
        response: { 200: Receipt, 201: Receipt, ...problems },
      },
    },
    async ({ params, body }, reply) => {
      const code = await codeOf(params.code, itemStore);
      const outcome = await sightingStore.report(code, toReport(body), now());
      if (outcome === "item-unknown") throw await unknownItem(params.code, itemStore);
      const { sighting, isNew, studyId } = outcome;
      if (isNew)
        liveEvents.publish({
          kind: "sighting",
          studyId,
          id: sighting.id,
          itemCode: sighting.itemCode,
          seenAt: sighting.seenAt,
          position: sighting.position,
        });
      return reply.status(isNew ? 201 : 200).send({ ...sighting, code: sighting.itemCode });
    },
  );

  app.get(
    "/sightings",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        querystring: Query,
        response: { 200: Type.Array(SightingShape), ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const filter = {
        studies: scopeOf(request, query.studyId),
        ...(query.itemCode !== undefined && {
          itemCode: parseItemCode(query.itemCode) ?? query.itemCode,
        }),
        ...(query.bbox !== undefined && { bbox: boxOf(query.bbox) }),
      };
      return sendPage({ request, reply, query }, (page) => sightingStore.list(filter, page), {
        of: ({ seenAt, id }: Sighting) => ({ seenAt, id }),
        revive: (key: SightingKey) => ({ ...key, seenAt: new Date(key.seenAt) }),
      });
    },
  );
};

function toReport({ contact, ...body }: Static<typeof NewSighting>) {
  return {
    ...body,
    seenAt: new Date(body.seenAt),
    position: body.position ?? null,
    accuracyMetres: body.accuracyMetres ?? null,
    note: body.note || null,
    contact: contact
      ? {
          email: contact.email ?? null,
          name: contact.name ?? null,
          newsConsent: contact.newsConsent ?? false,
          contestConsent: contact.contestConsent ?? false,
        }
      : null,
  };
}
