import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { FIX_CORRECTION_KINDS, type FixCorrections, type ItemStore, type Page } from "@zpr/ports";
import { Type } from "typebox";
import { codeOf, scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, Instant, oneOf, problems } from "../shapes.ts";

const Kind = oneOf(FIX_CORRECTION_KINDS);
const CorrectionShape = Type.Object({
  id: Type.String({ format: "uuid" }),
  studyId: Id,
  trackerId: Id,
  fixId: Type.String(),
  time: Type.Unsafe<Date>(Type.String({ format: "date-time", description: "Of the fix" })),
  kind: Kind,
  at: Instant,
  by: Type.String(),
  reason: Type.String(),
});
const NewCorrection = Type.Object(
  {
    id: Type.String({
      format: "uuid",
      description: "Made by the caller: sent again, nothing is doubled",
    }),
    kind: Kind,
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" }),
  },
  { additionalProperties: false },
);
const Query = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  trackerId: Type.Optional(Id),
  item: Type.Optional(Type.String({ maxLength: 40, description: "Item code" })),
});
const tags = ["fixes"];
const config = { access: "researcher" } as const;

interface Ports {
  readonly fixCorrections: FixCorrections;
  readonly itemStore: ItemStore;
  readonly now: () => Date;
}

/** `/fixes/{id}/corrections`: editors keep single fixes out of journeys, or let them count again; each act stays readable. */
export const fixCorrections: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { fixCorrections: store, itemStore, now } = ports;
  app.get(
    "/fix-corrections",
    {
      config,
      schema: {
        tags,
        querystring: Query,
        response: { 200: Type.Array(CorrectionShape), ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const { studyId, trackerId, item } = query;
      const filter = {
        studies: scopeOf(request, studyId),
        ...(trackerId !== undefined && { trackerId }),
        ...(item !== undefined && { itemCode: await codeOf(item, itemStore) }),
      };
      const rows = await sendPage(
        { request, reply, query },
        (page: Page<number>) => store.list(filter, page),
        { of: ({ n }) => n },
      );
      return rows.map(({ n: _, ...correction }) => correction);
    },
  );

  app.post(
    "/fixes/:id/corrections",
    {
      config,
      schema: {
        tags,
        description:
          "Excludes a fix, or includes it again. The fix itself and the flags that rules gave it stay; journeys, episodes and maps follow.",
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        body: NewCorrection,
        response: { 200: CorrectionShape, ...problems },
      },
    },
    async (request) => {
      const { params, body } = request;
      const studyId = await store.studyOf(params.id);
      if (studyId === undefined) throw new ProblemError("not-found");
      requireRole(request, studyId, "editor");
      const by = requireKnown(request).name;
      const made = await store.correct({ ...body, fixId: params.id, at: now(), by });
      if (made === "fix-unknown") throw new ProblemError("not-found");
      if (made === "nothing-to-do")
        throw new ProblemError("conflict", {
          detail: `somebody did ${body.kind} this fix already; read it again`,
        });
      return made;
    },
  );
};
