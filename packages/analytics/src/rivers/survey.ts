/** Makes a river of its drawing: which way each line runs, where it ends, how far the mouth is. */
import {
  isOnGlobe,
  type Position,
  type RiverDrawing,
  type RiverLine,
  type RiverLineReport,
  type RiverProblem,
} from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import { type Confluence, confluences, flowsInto } from "./confluences.ts";
import { crossings } from "./crossings.ts";
import { type Foot, type LineIndex, lineIndex } from "./line-index.ts";
import { towardsMouth } from "./orient.ts";
import { originMetres } from "./origin.ts";

/** Lines whose ends are no further apart than this meet. */
const JOIN_METRES = 100;
/** A line that ends this close to another was probably meant to reach it. */
const GAP_METRES = 1000;

/** What came of a drawing; a river only without problems. */
export interface RiverSurvey {
  readonly lines: readonly RiverLineReport[];
  readonly problems: readonly RiverProblem[];
  /** The lines as they flow, with what measuring along them needs. */
  readonly flowing: readonly RiverLine[];
  readonly index: LineIndex;
  /** Metres to the mouth from the end of each line; null while no way leads there. */
  readonly endMetres: readonly (number | null)[];
  /** Metres to the mouth from where the kilometres are nought. */
  readonly originMetres: number;
}

/** Surveys a drawing, however wrong it is. */
export function surveyRiver(drawing: RiverDrawing, joinMetres = JOIN_METRES): RiverSurvey {
  const invalid = drawing.lines.flatMap(({ coordinates }, line) =>
    coordinates.length > 1 && coordinates.every(isOnGlobe)
      ? []
      : [{ kind: "not-wgs84" as const, line }],
  );
  const usable = invalid.length > 0 ? [] : drawing.lines;
  const flowing = towardsMouth(usable, drawing.mouth, joinMetres);
  const corners = flowing.map(({ coordinates }) => coordinates);
  const index = lineIndex(corners);
  const into = confluences(corners, index, joinMetres);
  const outlets = outletsOf(corners, into, { mouth: drawing.mouth, joinMetres });
  const endMetres = corners.map((_, line) => metresToMouth(line, { into, index, outlets }));
  const missing: RiverProblem[] =
    usable.length === 0 && invalid.length === 0 ? [{ kind: "no-lines" }] : [];
  const mouthLine = outlets[0] ?? null;
  const zeroMetres = originMetres(drawing.origin, { index, endMetres, mouthLine });
  return {
    lines: flowing.map((line, at) =>
      report(line, { drawn: usable[at], index, into, endMetres, zeroMetres, at }),
    ),
    problems: [
      ...invalid,
      ...missing,
      ...endings(corners, { into, outlets, endMetres, index }),
      ...crossings(corners, index, joinMetres),
    ],
    flowing,
    index,
    endMetres,
    originMetres: zeroMetres,
  };
}

interface Course {
  readonly into: readonly (Confluence | null)[];
  readonly index: LineIndex;
  /** Lines that end at the mouth. */
  readonly outlets: readonly number[];
}

/** Lines without a confluence whose ends are the mouth: those at the given one, or the only one. */
function outletsOf(
  corners: readonly (readonly Position[])[],
  into: readonly (Confluence | null)[],
  { mouth, joinMetres }: { readonly mouth: Position | null; readonly joinMetres: number },
): readonly number[] {
  const open = into.flatMap((confluence, line) => (confluence ? [] : [line]));
  const metresFrom = (place: Position, line: number) =>
    distanceMetres(place, corners[line]?.at(-1) ?? place);
  const [nearest] = mouth ? open.sort((a, b) => metresFrom(mouth, a) - metresFrom(mouth, b)) : open;
  const place = nearest === undefined ? undefined : corners[nearest]?.at(-1);
  if (nearest === undefined || !place) return [];
  const together = open.filter((line) => metresFrom(place, line) <= joinMetres);
  return mouth || together.length === open.length ? together : [];
}

function metresToMouth(line: number, { into, index, outlets }: Course): number | null {
  let metres = 0;
  const passed = new Set<number>();
  for (let at = line; !outlets.includes(at); ) {
    const confluence = into[at];
    if (!confluence || passed.has(at)) return null;
    passed.add(at);
    metres += (index.lengthsMetres[confluence.line] ?? 0) - confluence.alongMetres;
    at = confluence.line;
  }
  return metres;
}

function endings(
  corners: readonly (readonly Position[])[],
  course: Course & { readonly endMetres: readonly (number | null)[] },
): readonly RiverProblem[] {
  if (corners.length === 0) return [];
  const { into, outlets, endMetres, index } = course;
  const open = into.flatMap((found, line) => (found || outlets.includes(line) ? [] : [line]));
  const gaps = open.flatMap((line) => {
    const metres = gapOf(corners[line]?.at(-1), line, index);
    return metres === undefined ? [] : [{ kind: "gap" as const, line, metres }];
  });
  const lost = open.filter((line) => !gaps.some((gap) => gap.line === line));
  const round = endMetres.flatMap((metres, line) =>
    metres === null && !leadsTo(line, into, open) ? [line] : [],
  );
  const isUnknown =
    lost.length > 0 || (outlets.length === 0 && round.length === 0 && gaps.length > 1);
  return [
    ...gaps,
    ...(isUnknown
      ? [{ kind: "unknown-mouth" as const, lines: lost.length > 0 ? lost : open }]
      : []),
    ...(round.length > 0 ? [{ kind: "circle" as const, lines: round }] : []),
  ];
}

function gapOf(end: Position | undefined, line: number, index: LineIndex): number | undefined {
  const feet: readonly Foot[] = end ? index.within(end, GAP_METRES) : [];
  const foot = feet.find((one) => one.line !== line && flowsInto(one, index, JOIN_METRES));
  return foot && Math.round(foot.offsetMetres);
}

/** Whether following the water from a line ends at one of some lines, and not in a circle. */
function leadsTo(
  line: number,
  into: readonly (Confluence | null)[],
  ends: readonly number[],
): boolean {
  const passed = new Set<number>();
  for (let at = line; !passed.has(at); at = into[at]?.line ?? at) {
    if (ends.includes(at)) return true;
    passed.add(at);
  }
  return false;
}

interface Reported {
  readonly drawn: RiverLine | undefined;
  readonly index: LineIndex;
  readonly into: readonly (Confluence | null)[];
  readonly endMetres: readonly (number | null)[];
  readonly zeroMetres: number;
  readonly at: number;
}

function report(line: RiverLine, reported: Reported): RiverLineReport {
  const { drawn, index, into, endMetres, zeroMetres, at } = reported;
  const lengthMetres = index.lengthsMetres[at] ?? 0;
  const end = endMetres[at] ?? null;
  const [first = [0, 0], last = first] = [line.coordinates[0], line.coordinates.at(-1)];
  return {
    name: line.name,
    lengthMetres,
    reversed: drawn?.coordinates !== line.coordinates,
    from: first,
    to: last,
    kilometresToMouth: end === null ? null : { from: (end + lengthMetres) / 1000, to: end / 1000 },
    kilometres:
      end === null
        ? null
        : { from: (zeroMetres - end - lengthMetres) / 1000, to: (zeroMetres - end) / 1000 },
    into: into[at]?.line ?? null,
  };
}
