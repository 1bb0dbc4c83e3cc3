import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { JOB_KINDS, JOB_STATES, type JobStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { findJob } from "../find-job.ts";
import { JOB_ORDER, JobId, JobParams, JobShape, shownJob } from "../job-shapes.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, oneOf, problems } from "../shapes.ts";

const Filters = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  kind: Type.Optional(oneOf(JOB_KINDS)),
  state: Type.Optional(oneOf(JOB_STATES)),
});
const NewRecompute = Type.Object(
  { id: JobId, studyId: Id, kind: oneOf(["recompute"]) },
  { additionalProperties: false },
);

interface Ports {
  readonly jobStore: JobStore;
  readonly ringJobs: () => void;
  readonly now: () => Date;
}

/** `/jobs`: long work and how far it is. */
export const jobs: FastifyPluginAsyncTypebox<Ports> = async (app, { jobStore, ringJobs, now }) => {
  app.get(
    "/jobs",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["jobs"],
        querystring: Filters,
        response: { 200: Type.Array(JobShape), ...problems },
      },
    },
    async (request, reply) => {
      const { studyId, kind, state } = request.query;
      const studies = scopeOf(request, studyId);
      const filter = { studies, ...(kind && { kind }), ...(state && { state }) };
      const page = await sendPage(
        { request, reply, query: request.query },
        (asked) => jobStore.list(filter, asked),
        JOB_ORDER,
      );
      return page.map((job) => shownJob(job, now()));
    },
  );

  app.post(
    "/jobs",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["jobs"],
        description: "Has the journeys of a study told again from their beginning",
        body: NewRecompute,
        response: { 202: JobShape, ...problems },
      },
    },
    async (request, reply) => {
      const { id, studyId, kind } = request.body;
      requireRole(request, studyId, "editor");
      const job = await jobStore.create({
        id,
        studyId,
        kind,
        wish: {},
        createdBy: requireKnown(request).name,
      });
      if (job.studyId !== studyId || job.kind !== kind)
        throw new ProblemError("conflict", { detail: "another job has this id" });
      ringJobs();
      return reply.status(202).send(shownJob(job, now()));
    },
  );

  app.get(
    "/jobs/:id",
    {
      config: { access: "researcher" },
      schema: { tags: ["jobs"], params: JobParams, response: { 200: JobShape, ...problems } },
    },
    async (request) => shownJob(await findJob(request, jobStore), now()),
  );
};
