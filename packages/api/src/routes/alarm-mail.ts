import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { AlarmStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";

const AlarmMail = Type.Object(
  {
    wanted: Type.Boolean({
      description: "Whether you get the mails about this study's alarms that its editors get",
    }),
  },
  { additionalProperties: false },
);

/** `/studies/{id}/alarm-mail`: the caller's own wish for mails about a study's alarms. */
export const alarmMail: FastifyPluginAsyncTypebox<{ alarmStore: AlarmStore }> = async (
  app,
  { alarmStore },
) => {
  app.get(
    "/studies/:id/alarm-mail",
    {
      config: { access: "researcher" },
      schema: { tags: ["alarms"], params: IdParams, response: { 200: AlarmMail, ...problems } },
    },
    async (request) => {
      const { id } = request.params;
      return { wanted: await alarmStore.wantsMail(id, editorOf(request, id)) };
    },
  );

  app.put(
    "/studies/:id/alarm-mail",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["alarms"],
        params: IdParams,
        body: AlarmMail,
        response: { 200: AlarmMail, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      await alarmStore.setWantsMail(id, editorOf(request, id), request.body.wanted);
      return request.body;
    },
  );
};

/** The person who asks, if such persons get mails. */
function editorOf(request: FastifyRequest, studyId: number): number {
  requireRole(request, studyId, "editor");
  const caller = requireKnown(request);
  if (caller.kind !== "user" || !caller.studies.has(studyId))
    throw new ProblemError("conflict", { detail: "only members of the study get its mails" });
  return caller.id;
}
