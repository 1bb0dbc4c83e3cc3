import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Alarm, AlarmStore, LiveEvents } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, nullable, problems } from "../shapes.ts";
import { AlarmKindShape, EvidenceShape } from "../watch-shapes.ts";

const AlarmShape = Type.Object({
  id: Id,
  studyId: Id,
  trackerId: Id,
  kind: AlarmKindShape,
  since: Instant,
  raisedAt: Instant,
  endedAt: nullable(Instant),
  evidence: EvidenceShape,
  mailedAt: nullable(Instant),
  acknowledgedAt: nullable(Instant),
  acknowledgedBy: nullable(Type.String()),
});

interface AlarmsOptions {
  readonly alarmStore: AlarmStore;
  readonly liveEvents: LiveEvents;
  readonly now: () => Date;
}

/** `/alarms`: what was amiss with trackers, and who took it on. */
export const alarms: FastifyPluginAsyncTypebox<AlarmsOptions> = async (
  app,
  { alarmStore, liveEvents, now },
) => {
  app.get(
    "/alarms",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["alarms"],
        querystring: Type.Object({
          ...pageQuery,
          studyId: Type.Optional(Id),
          trackerId: Type.Optional(Id),
          open: Type.Optional(
            Type.Boolean({ description: "true: those that are not over; false: those that are" }),
          ),
        }),
        response: { 200: Type.Array(AlarmShape), ...problems },
      },
    },
    async (request, reply) => {
      const { limit, cursor, studyId, ...filter } = request.query;
      const studies = scopeOf(request, studyId);
      return sendPage(
        { request, reply, query: { limit, ...(cursor !== undefined && { cursor }) } },
        (page) => alarmStore.list({ studies, ...filter }, page),
        { of: (alarm: Alarm) => alarm.id },
      );
    },
  );

  app.post(
    "/alarms/:id/acknowledge",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["alarms"],
        params: IdParams,
        response: { 200: AlarmShape, ...problems },
      },
    },
    async (request) => {
      const found = await alarmStore.find(request.params.id);
      if (!found) throw new ProblemError("not-found");
      requireRole(request, found.studyId, "editor");
      if (found.acknowledgedAt) return found;
      const alarm = await alarmStore.acknowledge(found.id, requireKnown(request).name, now());
      if (!alarm) throw new ProblemError("not-found");
      const { studyId, trackerId, id: alarmId, kind } = alarm;
      liveEvents.publish({
        kind: "alarm",
        studyId,
        trackerId,
        alarmId,
        alarm: kind,
        status: "acknowledged",
      });
      return alarm;
    },
  );
};
