import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TrackerDayStore, TrackerDays } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { Id, Instant, nullable, problems } from "../shapes.ts";

const DAY = 86_400_000;
const USUAL_DAYS = 14;

const Counts = (description: string) =>
  Type.Unsafe<readonly number[]>(Type.Array(Type.Integer(), { description }));
const Means = (description: string) =>
  Type.Unsafe<readonly (number | null)[]>(Type.Array(nullable(Type.Number()), { description }));

const DaysShape = Type.Object({
  trackerId: Id,
  firmware: nullable(Type.String({ description: "As its newest records say it" })),
  from: Instant,
  received: Counts("Records measured on each day, whenever they came in"),
  located: Counts("Those of them that have a position"),
  expected: Means(
    "By its expected interval while it was in an item; if it never was in one, since its first record",
  ),
  batteryVolts: Means("Mean of each day"),
  batteryPercent: Means("Mean of each day"),
});

/** `GET /trackers/days`: what came of each tracker day by day, against what was to be expected. */
export const trackerDays: FastifyPluginAsyncTypebox<{
  trackerDayStore: TrackerDayStore;
  now: () => Date;
}> = async (app, { trackerDayStore, now }) => {
  app.get(
    "/trackers/days",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        querystring: Type.Object({
          ...pageQuery,
          studyId: Id,
          trackerId: Type.Optional(Id),
          days: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 92,
              description: `UTC days up to today; ${USUAL_DAYS} when absent`,
            }),
          ),
        }),
        response: { 200: Type.Array(DaysShape), ...problems },
      },
    },
    async (request, reply) => {
      const { limit, cursor, studyId, trackerId, days = USUAL_DAYS } = request.query;
      scopeOf(request, studyId);
      const until = now();
      const from = new Date((Math.floor(until.getTime() / DAY) - days + 1) * DAY);
      const asked = { studyId, ...(trackerId && { trackerId }), from, days, now: until };
      const rows = await sendPage(
        { request, reply, query: { limit, ...(cursor !== undefined && { cursor }) } },
        (page) => trackerDayStore.list(asked, page),
        { of: (row: TrackerDays) => row.trackerId },
      );
      return rows.map((row) => ({ ...row, from }));
    },
  );
};
