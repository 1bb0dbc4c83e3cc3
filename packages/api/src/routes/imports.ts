import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  IMPORT_KINDS,
  type ImportPlan,
  type ImportPorts,
  type ImportWish,
  importTemplate,
  isTimeZone,
  planImport,
  ROW_FAULTS,
  readSheet,
  SheetRefused,
} from "@zpr/jobs";
import type { JobStore } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { JobId, JobShape, shownJob } from "../job-shapes.ts";
import { ProblemError } from "../problem.ts";
import { Id, oneOf, problems } from "../shapes.ts";

const FILE_BYTES = 10_000_000;
const kind = oneOf(IMPORT_KINDS);
const Wanted = {
  studyId: Id,
  kind,
  timeZone: Type.Optional(
    Type.String({ maxLength: 60, description: "Of times that say none; UTC when absent" }),
  ),
};
const WantedShape = Type.Object(Wanted);
const Plan = Type.Unsafe<ImportPlan>(
  Type.Object({
    ignoredColumns: Type.Array(Type.String()),
    rows: Type.Array(
      Type.Object({
        line: Type.Integer({ description: "As a spreadsheet numbers it; the head is 1" }),
        outcome: oneOf(["new", "changed", "same", "error"]),
        subject: Type.String({ description: "Code or tracker; empty when a code is generated" }),
        changes: Type.Array(
          Type.Object({ field: Type.String(), from: Type.String(), to: Type.String() }),
        ),
        faults: Type.Array(
          Type.Object({
            fault: oneOf(ROW_FAULTS),
            field: Type.String(),
            value: Type.String(),
            known: Type.String({ description: "What is there and in the way" }),
          }),
        ),
      }),
    ),
  }),
);
const Csv = Type.Unsafe<string>({
  description: "A sheet to fill in",
  content: { "text/csv": { schema: { type: "string" } } },
});

interface Ports extends ImportPorts {
  readonly jobStore: JobStore;
  readonly ringJobs: () => void;
  readonly now: () => Date;
}

/** `/imports`: a sheet (CSV or Excel, as the body) into a study, first as a plan, then by a job. */
export const imports: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { jobStore, ringJobs, now } = ports;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: FILE_BYTES }, (_, body, done) =>
    done(null, body),
  );
  const config = { access: "researcher" } as const;

  app.get(
    "/imports/template.csv",
    {
      config,
      schema: {
        tags: ["jobs"],
        querystring: Type.Object({ kind }),
        response: { 200: Csv, ...problems },
      },
    },
    async (request, reply) =>
      reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${request.query.kind}.csv"`)
        .send(importTemplate(request.query.kind)),
  );

  app.post(
    "/imports/plan",
    {
      config,
      schema: {
        tags: ["jobs"],
        description: "What an import would do, row by row; changes nothing",
        querystring: WantedShape,
        response: { 200: Plan, ...problems },
      },
    },
    async (request) => {
      requireRole(request, request.query.studyId, "editor");
      const wish = await wishOf(request.query, request.body);
      return orProblem(() => planImport(request.query.studyId, wish, ports));
    },
  );

  app.post(
    "/imports",
    {
      config,
      schema: {
        tags: ["jobs"],
        querystring: Type.Object({ ...Wanted, id: JobId }),
        response: { 202: JobShape, ...problems },
      },
    },
    async (request, reply) => {
      const { id, studyId } = request.query;
      requireRole(request, studyId, "editor");
      const wish = await wishOf(request.query, request.body);
      const createdBy = requireKnown(request).name;
      const job = await jobStore.create({ id, studyId, kind: "import", wish, createdBy });
      if (job.studyId !== studyId || job.kind !== "import")
        throw new ProblemError("conflict", { detail: "another job has this id" });
      ringJobs();
      return reply.status(202).send(shownJob(job, now()));
    },
  );
};

type Query = Static<typeof WantedShape>;

async function wishOf(query: Query, body: unknown): Promise<ImportWish> {
  const { timeZone = "UTC" } = query;
  if (!isTimeZone(timeZone))
    throw new ProblemError("request-invalid", { detail: `there is no time zone ${timeZone}` });
  if (!Buffer.isBuffer(body))
    throw new ProblemError("request-invalid", { detail: "send the sheet as the body" });
  return { kind: query.kind, timeZone, sheet: await orProblem(() => readSheet(body)) };
}

/** What cannot be done is the sheet's fault, and said so. */
async function orProblem<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetRefused)
      throw new ProblemError("request-invalid", {
        detail: error.message,
        sheetProblem: error.problem,
      });
    throw error;
  }
}
