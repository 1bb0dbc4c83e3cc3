import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ActivityStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { Id, InstantText, problems } from "../shapes.ts";

/** So many places can be drawn, and found among any number of fixes, while somebody waits. */
const MOST_PLACES = 200_000;
/** So many come at once. */
const USUAL_PLACES = 60_000;

const Query = Type.Object({
  studyId: Id,
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
  places: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_PLACES,
      description: `About how many places at most, ${USUAL_PLACES} when nothing is said; tracks are thinned out by time to fit`,
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
  everySeconds: Type.Integer({
    description: "The first place in so many seconds is told; 1 where none is left out",
  }),
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
      const { studyId, from, to, places = USUAL_PLACES } = request.query;
      scopeOf(request, studyId);
      const during = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
      const found = await activityStore.tracks(studyId, during, places);
      return found.map(({ times, longitudes, latitudes, ...track }) => ({
        ...track,
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
