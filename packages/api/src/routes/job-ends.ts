import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { readResult } from "@zpr/jobs";
import type { JobStore, ObjectStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { findJob } from "../find-job.ts";
import { JobParams, JobShape, shownJob } from "../job-shapes.ts";
import { ProblemError } from "../problem.ts";
import { problems } from "../shapes.ts";

const ResultFile = Type.Unsafe<Readable>({
  description: "The file that the job made",
  content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
});

interface Ports {
  readonly jobStore: JobStore;
  readonly objectStore: ObjectStore;
  readonly now: () => Date;
}

/** How jobs end: called off, or with a file to get. */
export const jobEnds: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { jobStore, objectStore, now },
) => {
  const schema = { tags: ["jobs"], params: JobParams };

  app.post(
    "/jobs/:id/cancel",
    {
      config: { access: "researcher" },
      schema: { ...schema, response: { 200: JobShape, ...problems } },
    },
    async (request) => {
      const job = await findJob(request, jobStore);
      // Whoever may read may export, and so call off what was exported; the rest changes something.
      if (job.createdBy !== requireKnown(request).name) requireRole(request, job.studyId, "editor");
      return shownJob((await jobStore.cancel(job.id)) ?? job, now());
    },
  );

  app.get(
    "/jobs/:id/result",
    {
      exposeHeadRoute: false,
      config: { access: "researcher" },
      schema: { ...schema, response: { 200: ResultFile, ...problems } },
    },
    async (request, reply) => {
      const job = await findJob(request, jobStore);
      if (!job.result)
        throw new ProblemError("not-found", {
          detail: "this job has no result, not yet or not any more",
        });
      const { name, mediaType, bytes, parts } = job.result;
      return reply
        .type(mediaType)
        .header("content-length", bytes)
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(Readable.from(readResult(objectStore, job.id, parts)));
    },
  );
};
