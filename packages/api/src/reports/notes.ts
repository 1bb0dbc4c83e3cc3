import { distanceMetres, metresToLines } from "@zpr/analytics";
import type { SightingNote, SightingReport } from "@zpr/model";
import type { Circumstances } from "@zpr/ports";

/** Where nobody said where the water is, a finder's "elsewhere" counts from so far on. */
const ELSEWHERE_METRES = 1000;

type Judged = Pick<SightingReport, "seenAt" | "position" | "accuracyMetres" | "surroundings">;

/** What the finder is told about a report; nothing of it keeps the report from being kept. */
export function notesOf(
  report: Judged,
  receivedAt: Date,
  circumstances: Circumstances | undefined,
): readonly SightingNote[] {
  if (!circumstances) return ["unknown-code"];
  const { reportedToday, releasedAt, studyClosedAt } = circumstances;
  const holds: Readonly<Record<Exclude<SightingNote, "unknown-code">, boolean>> = {
    "already-reported-today": reportedToday,
    "not-released-yet": releasedAt === null || report.seenAt < releasedAt,
    "study-closed": studyClosedAt !== null && studyClosedAt <= receivedAt,
    "far-from-water": isFarFromWater(report, circumstances),
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((note) => holds[note]);
}

/**
 * By the lines of the study's water, where it has some. Else by the finder's own word for where the
 * item lay, unless that is where items of the study begin or this one was last on its way.
 */
function isFarFromWater(
  { position, accuracyMetres, surroundings }: Judged,
  { waterLines, corridorMetres, knownPlaces }: Circumstances,
): boolean {
  if (!position) return false;
  const doubt = accuracyMetres ?? 0;
  if (waterLines) return metresToLines(position, waterLines) - doubt > corridorMetres;
  return (
    surroundings === "elsewhere" &&
    knownPlaces.every((place) => distanceMetres(place, position) - doubt > ELSEWHERE_METRES)
  );
}
