import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { DATA_SETS, EXPORT_FORMATS, type ExportWish } from "@zpr/jobs";
import type { JobStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { JOB_ORDER, JobId, JobShape, shownJob } from "../job-shapes.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, InstantText, oneOf, problems } from "../shapes.ts";

const NewExport = Type.Object(
  {
    id: JobId,
    studyId: Id,
    tables: Type.Array(oneOf(DATA_SETS), { minItems: 1, uniqueItems: true }),
    formats: Type.Array(oneOf(EXPORT_FORMATS), { minItems: 1, uniqueItems: true }),
    from: Type.Optional(InstantText),
    to: Type.Optional(InstantText),
  },
  { additionalProperties: false },
);

interface Ports {
  readonly jobStore: JobStore;
  readonly ringJobs: () => void;
  readonly now: () => Date;
}

/** `/exports`: a study's tables as files with what they mean, made by a job. */
export const exports: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { jobStore, ringJobs, now },
) => {
  app.get(
    "/exports",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["jobs"],
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(JobShape), ...problems },
      },
    },
    async (request, reply) => {
      const studies = scopeOf(request, request.query.studyId);
      const page = await sendPage(
        { request, reply, query: request.query },
        (asked) => jobStore.list({ studies, kind: "export" }, asked),
        JOB_ORDER,
      );
      return page.map((job) => shownJob(job, now()));
    },
  );

  app.post(
    "/exports",
    {
      config: { access: "researcher" },
      schema: { tags: ["jobs"], body: NewExport, response: { 202: JobShape, ...problems } },
    },
    async (request, reply) => {
      const { id, studyId, ...wish } = request.body;
      requireRole(request, studyId, "viewer");
      const job = await jobStore.create({
        id,
        studyId,
        kind: "export",
        wish: wish satisfies ExportWish,
        createdBy: requireKnown(request).name,
      });
      if (job.studyId !== studyId || job.kind !== "export")
        throw new ProblemError("conflict", { detail: "another job has this id" });
      ringJobs();
      return reply.status(202).send(shownJob(job, now()));
    },
  );
};
