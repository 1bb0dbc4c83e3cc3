import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { AUDIT_ACTIONS, type AuditEntry, type AuditFilter, type AuditLog } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { csvTable } from "../csv.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { Id, Instant, InstantText, nullable, oneOf, problems } from "../shapes.ts";

const Content = nullable(
  Type.Unsafe<NonNullable<AuditEntry["before"]>>(Type.Record(Type.String(), Type.Unknown())),
);
const EntryShape = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actor: Type.Object({
    kind: oneOf(["user", "api-key", "command-line"]),
    id: nullable(Id),
    name: Type.String(),
  }),
  studyId: nullable(Id),
  kind: Type.String({ description: "What was written to: study, item, tracker, member, ..." }),
  objectId: Type.String(),
  objectName: nullable(Type.String()),
  action: oneOf(AUDIT_ACTIONS),
  before: Content,
  after: Content,
});
const filterQuery = {
  studyId: Type.Optional(Id),
  actor: Type.Optional(Type.String({ maxLength: 200, description: "Part of a name" })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  objectId: Type.Optional(Type.String({ maxLength: 100 })),
  since: Type.Optional(InstantText),
  until: Type.Optional(InstantText),
};
const FilterQuery = Type.Object(filterQuery);
const COLUMNS = [
  "at",
  "actorKind",
  "actor",
  "studyId",
  "kind",
  "objectId",
  "objectName",
  "action",
  "before",
  "after",
];
const Csv = Type.Unsafe<string>({
  description: "A table with a row for each write, newest first, UTF-8",
  content: { "text/csv": { schema: { type: "string" } } },
});
/** More entries than a spreadsheet takes; who needs them all asks by time. */
const MOST_ROWS = 100_000;

/** `/audit`: who changed what, when, from what to what; for owners of the study, without a study for administrators. */
export const audit: FastifyPluginAsyncTypebox<{ auditLog: AuditLog }> = async (
  app,
  { auditLog },
) => {
  const config = { access: "researcher" } as const;
  app.get(
    "/audit",
    {
      config,
      schema: {
        tags: ["audit"],
        querystring: Type.Object({ ...pageQuery, ...filterQuery }),
        response: { 200: Type.Array(EntryShape), ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const filter = filterOf(request, query);
      void reply.header("cache-control", "no-store");
      return sendPage({ request, reply, query }, (page) => auditLog.list(filter, page), {
        of: (entry: AuditEntry) => entry.id,
        shape: Type.Integer(),
      });
    },
  );

  app.get(
    "/audit.csv",
    {
      config,
      schema: { tags: ["audit"], querystring: FilterQuery, response: { 200: Csv, ...problems } },
    },
    async (request, reply) => {
      const filter = filterOf(request, request.query);
      const entries = await auditLog.list(filter, { after: undefined, limit: MOST_ROWS });
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", 'attachment; filename="audit.csv"')
        .header("cache-control", "no-store")
        .send(csvTable(COLUMNS, entries.map(rowOf)));
    },
  );
};

function filterOf(
  request: FastifyRequest,
  { studyId, since, until, ...same }: Static<typeof FilterQuery>,
): AuditFilter {
  const { administrator, studies } = requireKnown(request);
  if (studyId !== undefined) requireRole(request, studyId, "owner");
  const owned = [...studies].filter(([, role]) => role === "owner").map(([id]) => id);
  const all = administrator ? ("all" as const) : owned;
  return {
    studies: studyId === undefined ? all : [studyId],
    ...(same.actor !== undefined && { actor: same.actor }),
    ...(same.kind !== undefined && { kind: same.kind }),
    ...(same.objectId !== undefined && { objectId: same.objectId }),
    ...(since !== undefined && { since: new Date(since) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}

function rowOf(entry: AuditEntry) {
  const { at, actor, studyId, kind, objectId, objectName, action, before, after } = entry;
  return [
    at,
    actor.kind,
    actor.name,
    studyId,
    kind,
    objectId,
    objectName,
    action,
    before && JSON.stringify(before),
    after && JSON.stringify(after),
  ];
}
