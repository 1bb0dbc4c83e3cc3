/** What the tab Water levels asks of the server. */
import type { paths } from "@zpr/api-client";
import type { Position } from "@zpr/model";
import { allPages, api, bodyOf, onTopOf, type Row, soon } from "../ask.ts";

/** Levels measured at one place, without the levels themselves. */
export type Series = Row<"/api/v1/water-levels">;
type LagsPath = paths["/api/v1/studies/{id}/tide-lags"]["get"];
/** Minutes by which high water comes later up the river; null when the study gave none. */
export type Lags = LagsPath["responses"][200]["content"]["application/json"];

/** A level to draw: milliseconds since 1970 UTC, metres. */
export interface Level {
  readonly time: number;
  readonly metres: number;
}

/** Why a line of an uploaded table is no level. */
export interface LevelProblem {
  readonly kind: string;
  readonly line: number;
}

export function readAllSeries(studyId: number): Promise<readonly Series[]> {
  return allPages((page) =>
    api.GET("/api/v1/water-levels", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

/** The series as it is kept, or what is wrong with lines of the table. */
export async function uploadSeries(body: {
  readonly studyId: number;
  readonly name: string;
  readonly position: Position;
  readonly csv: string;
}): Promise<Series | readonly LevelProblem[]> {
  const asked = await api.POST("/api/v1/water-levels", { body });
  const { levelProblems } = (asked.error ?? {}) as { readonly levelProblems?: LevelProblem[] };
  return levelProblems ?? bodyOf(asked);
}

export async function removeSeries(seen: Series): Promise<void> {
  const asked = { params: { path: { id: seen.id } }, ...onTopOf(seen), ...soon() };
  const answer = await api.DELETE("/api/v1/water-levels/{id}", asked);
  if (!answer.response.ok) bodyOf(answer);
}

export async function readMeasured(
  id: number,
  span: { readonly from: string; readonly to: string },
): Promise<readonly Level[]> {
  const asked = { params: { path: { id }, query: span }, ...soon() };
  return toLevels(bodyOf(await api.GET("/api/v1/water-levels/{id}/levels", asked)));
}

/** What is predicted for the place, and whose constituents say so; undefined where nothing predicts it. */
export async function readPredicted(
  position: Position,
  span: { readonly from: string; readonly to: string },
) {
  const query = { position: position.join(","), ...span };
  const asked = await api.GET("/api/v1/tides", { params: { query }, ...soon() });
  if (asked.response.status === 404) return undefined;
  const { station, levels } = bodyOf(asked);
  return { station, levels: toLevels(levels) };
}

export async function readLags(id: number): Promise<Lags> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.GET("/api/v1/studies/{id}/tide-lags", asked));
}

/** Sets lags on top of the version that was seen. */
export async function writeLags(
  id: number,
  seen: Lags,
  body: { readonly station: string; readonly lags: (readonly [number, number])[] },
): Promise<Lags> {
  const asked = { params: { path: { id } }, body, ...(seen && onTopOf(seen)), ...soon() };
  return bodyOf(await api.PUT("/api/v1/studies/{id}/tide-lags", asked));
}

function toLevels(
  levels: readonly { readonly time: string; readonly levelMetres: number }[],
): readonly Level[] {
  return levels.map(({ time, levelMetres }) => ({ time: Date.parse(time), metres: levelMetres }));
}
