import { isForeignSystem, type RiverGeoJson, readDrawing, surveyRiver } from "@zpr/analytics";
import type { Position, RiverDrawing, RiverOrigin, RiverProblem } from "@zpr/model";
import { ProblemError } from "./problem.ts";

/** A river on its way in. */
export interface DrawnRiver {
  readonly name: string;
  readonly geoJson: RiverGeoJson;
  readonly mouth?: Position | null;
  readonly origin?: RiverOrigin | null;
}

/** The drawing in what somebody sent, and what the survey says of it. */
export function surveyDrawn({ name, geoJson, mouth = null, origin = null }: DrawnRiver) {
  const drawing: RiverDrawing = { ...readDrawing(geoJson, name), mouth, origin };
  const { lines, problems } = surveyRiver(drawing);
  const foreign: readonly RiverProblem[] = isForeignSystem(geoJson)
    ? [{ kind: "not-wgs84", line: 0 }]
    : [];
  return { drawing, lines, problems: [...foreign, ...problems] };
}

/** The drawing as it flows; one with problems ends the request with all of them. */
export function soundDrawing(drawing: RiverDrawing): RiverDrawing {
  const { flowing, problems } = surveyRiver(drawing);
  refuse(problems);
  return { ...drawing, lines: flowing };
}

/** Ends the request when something is the matter with a river. */
export function refuse(problems: readonly RiverProblem[]): void {
  if (problems.length === 0) return;
  throw new ProblemError("river-invalid", {
    detail: [...new Set(problems.map(({ kind }) => SAID[kind]))].join("; "),
    riverProblems: problems,
  });
}

const SAID: Readonly<Record<RiverProblem["kind"], string>> = {
  "not-wgs84": "a line is not in WGS 84 degrees, or has fewer than two places",
  "no-lines": "there is no line in it",
  gap: "a line ends close to another without reaching it: draw it to the confluence",
  "unknown-mouth": "several lines end in nothing: say where the mouth is, or reverse some",
  circle: "lines flow in a circle: reverse one, or say where the mouth is",
  crossing: "two lines cross where neither ends: cut one at the confluence",
};
