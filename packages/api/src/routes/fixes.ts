import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { parseItemCode } from "@zpr/model";
import type { FixFilter, FixStore, StoredFix } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { boxOf, scopeOf } from "../asked.ts";
import { pageQuery, sendPage } from "../paging.ts";
import {
  BoxText,
  Flags,
  Id,
  Instant,
  InstantText,
  nullable,
  PositionShape,
  problems,
} from "../shapes.ts";

const number = nullable(Type.Number());
const FixShape = Type.Object({
  id: Type.String(),
  trackerId: Id,
  time: Instant,
  position: nullable(PositionShape),
  altitudeMetres: number,
  speedMetresPerSecond: number,
  headingDegrees: number,
  satellites: number,
  hdop: number,
  accuracyMetres: number,
  batteryVolts: number,
  batteryPercent: number,
  flags: Flags,
  rawMessageId: Type.Integer(),
  receivedAt: Instant,
  attributes: Type.Unsafe<StoredFix["attributes"]>(
    Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Boolean()])),
  ),
});
const Query = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  trackerId: Type.Optional(Id),
  itemCode: Type.Optional(Type.String()),
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
  bbox: Type.Optional(BoxText),
  flagged: Type.Optional(
    Type.Boolean({ description: "Only with, or only without a quality flag" }),
  ),
});

/** `GET /fixes`: decoded positions in the order of their times, each with the raw message it came in. */
export const fixes: FastifyPluginAsyncTypebox<{ fixStore: FixStore }> = async (
  app,
  { fixStore },
) => {
  app.get(
    "/fixes",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["fixes"],
        querystring: Query,
        response: { 200: Type.Array(FixShape), ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const filter: FixFilter = { studies: scopeOf(request, query.studyId), ...asked(query) };
      return sendPage({ request, reply, query }, (page) => fixStore.list(filter, page), {
        of: (fix: StoredFix) => fix.id,
        shape: Type.String(),
      });
    },
  );
};

function asked({ trackerId, itemCode, from, to, bbox, flagged }: Static<typeof Query>) {
  return {
    ...(trackerId !== undefined && { trackerId }),
    ...(itemCode !== undefined && { itemCode: parseItemCode(itemCode) ?? itemCode }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
    ...(bbox !== undefined && { bbox: boxOf(bbox) }),
    ...(flagged !== undefined && { flagged }),
  };
}
