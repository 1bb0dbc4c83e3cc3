/** What the map asks of the server besides what all of the lab has. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, soon } from "../ask.ts";
import type { Span } from "./span.ts";
import { type Stranding, strandingsOf } from "./stranding.ts";
import type { TimedTrack } from "./timed-track.ts";

/** Fixes and sightings by hour, day or month. */
export type Activity =
  paths["/api/v1/activity"]["get"]["responses"]["200"]["content"]["application/json"];

/** `GET /activity` of a study, all of it. */
export async function readActivity(studyId: number): Promise<Activity> {
  return bodyOf(await api.GET("/api/v1/activity", { params: { query: { studyId } }, ...soon() }));
}

/** `GET /tracks` of a study in a span of time, the differences added up. */
export async function readTimedTracks(
  studyId: number,
  span: { readonly from?: string; readonly to?: string; readonly places?: number },
): Promise<readonly TimedTrack[]> {
  const query = { studyId, ...span };
  const tracks = bodyOf(await api.GET("/api/v1/tracks", { params: { query }, ...soon() }));
  return tracks.map(({ times, longitudes, latitudes, ...track }) => ({
    ...track,
    times: summed(times, 1),
    longitudes: summed(longitudes, 1e-5),
    latitudes: summed(latitudes, 1e-5),
  }));
}

/** `GET /episodes` of a study in which items lay somewhere. */
export async function readStrandings(studyId: number): Promise<readonly Stranding[]> {
  const query = { studyId, state: "stranded" } as const;
  const episodes = await allPages((page) =>
    api.GET("/api/v1/episodes", { params: { query: { ...page, ...query } }, ...soon() }),
  );
  return strandingsOf(episodes);
}

/** The predicted tide of a place: metres, UTC. */
export type Tide = paths["/api/v1/tides"]["get"]["responses"]["200"]["content"]["application/json"];

/** `GET /tides` of a place in a span of at most 62 days. */
export async function readTide(
  [longitude, latitude]: readonly [number, number],
  { from, to }: Span,
  everyMinutes: number,
): Promise<Tide> {
  const query = {
    position: `${longitude},${latitude}`,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    everyMinutes,
  };
  return bodyOf(await api.GET("/api/v1/tides", { params: { query }, ...soon() }));
}

function summed(differences: readonly number[], unit: number): Float64Array {
  const sums = new Float64Array(differences.length);
  let sum = 0;
  differences.forEach((difference, at) => {
    sum += difference;
    sums[at] = sum * unit;
  });
  return sums;
}
