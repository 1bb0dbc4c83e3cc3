import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ActivityStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { Id, InstantText, problems } from "../shapes.ts";

/** So many places can be sent and drawn without anybody waiting. */
const MOST_PLACES = 200_000;

const Query = Type.Object({
  studyId: Id,
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
  places: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_PLACES,
      description: "About how many places at most; tracks are thinned out by time to fit",
    }),
  ),
});
const steps = (what: string) =>
  Type.Array(Type.Integer(), {
    description: `${what}: the first, then what each adds to the one before`,
  });
const TrackShape = Type.Object({
  trackerId: Id,
  itemCode: Type.String(),
  times: steps("Seconds since 1970"),
  longitudes: steps("Hundred-thousandths of a degree"),
  latitudes: steps("Hundred-thousandths of a degree"),
});

/** `GET /tracks`: where the trackers of a study took their items, as columns of differences, for playback. */
export const tracks: FastifyPluginAsyncTypebox<{ activityStore: ActivityStore }> = async (
  app,
  { activityStore },
) => {
  app.get(
    "/tracks",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["fixes"],
        querystring: Query,
        response: { 200: Type.Array(TrackShape), ...problems },
      },
    },
    async (request) => {
      const { studyId, from, to, places = MOST_PLACES } = request.query;
      scopeOf(request, studyId);
      const during = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
      const found = await activityStore.tracks(studyId, during, places);
      return found.map(({ trackerId, itemCode, times, longitudes, latitudes }) => ({
        trackerId,
        itemCode,
        times: differences(times),
        longitudes: differences(longitudes),
        latitudes: differences(latitudes),
      }));
    },
  );
};

function differences(values: readonly number[]): number[] {
  return values.map((value, at) => value - (at === 0 ? 0 : (values[at - 1] ?? 0)));
}
