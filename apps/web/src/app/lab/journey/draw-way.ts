import { areaY, dot, line, lineY, link, plot, rectX, ruleY } from "@observablehq/plot";
import type { EpisodeState, Locale } from "@zpr/model";
import type { Tide } from "./journey-api.ts";
import { STATE_DASHES, stateColours } from "./state-colours.ts";

/** A place along the way: kilometres along the river, or from the start where there is none. */
export interface WayPoint {
  readonly time: number;
  readonly kilometre: number;
}

/** An episode with its kilometres as they are drawn. */
export interface WayBar {
  readonly at: number;
  readonly state: EpisodeState;
  readonly from: number;
  readonly to: number;
  readonly fromKilometre: number | null;
  readonly toKilometre: number | null;
}

/** What is drawn: instants are milliseconds since 1970. */
export interface WayDrawing {
  readonly points: readonly WayPoint[];
  readonly bars: readonly WayBar[];
  readonly sightings: readonly WayPoint[];
  readonly tide: Tide | undefined;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly chosen: number;
  readonly dark: boolean;
  readonly inUtc: boolean;
  readonly locale: Locale;
  readonly labels: { readonly kilometre: string; readonly level: string };
}

/** Left and right of the plot, in pixels, the same for the way and the tide beneath. */
export const SIDE = { left: 52, right: 14 } as const;
const HEIGHTS = { way: 300, tide: 130 } as const;

/** Kilometre against time with strandings as bars, and the tide beneath, as one drawing. */
export function drawWay(drawing: WayDrawing): SVGSVGElement {
  const way = plot({
    ...frame(drawing),
    height: HEIGHTS.way,
    marks: wayMarks(drawing),
    y: {
      label: drawing.labels.kilometre,
      grid: true,
      nice: true,
      domain: roomy(kilometresOf(drawing)),
    },
  });
  const { tide } = drawing;
  if (!tide?.levels.length) return way as unknown as SVGSVGElement;
  const below = plot({
    ...frame(drawing),
    height: HEIGHTS.tide,
    marks: tideMarks(drawing, tide),
    y: {
      label: drawing.labels.level,
      grid: true,
      ticks: 4,
      domain: roomy(tide.levels.map(({ levelMetres }) => levelMetres)),
    },
  });
  return stacked(way, below, drawing.width);
}

function kilometresOf({ points, sightings, bars }: WayDrawing): readonly number[] {
  const ends = bars.flatMap(({ fromKilometre, toKilometre }) => [fromKilometre, toKilometre]);
  return [
    ...[...points, ...sightings].map(({ kilometre }) => kilometre),
    ...ends.filter((kilometre) => kilometre !== null),
  ];
}

/** An axis is at least a kilometre or a metre long: less is no difference, and its numbers would not fit. */
function roomy(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (low > high) return [0, 1];
  const lack = Math.max(0, 1 - (high - low)) / 2;
  return [low - lack, high + lack];
}

function frame({ from, to, width, inUtc }: WayDrawing) {
  return {
    width,
    marginLeft: SIDE.left,
    marginRight: SIDE.right,
    marginTop: 26,
    marginBottom: 40,
    style: { background: "transparent", fontSize: "12px", overflow: "visible" },
    x: {
      type: inUtc ? ("utc" as const) : ("time" as const),
      domain: [new Date(from), new Date(to)],
      label: null,
    },
  };
}

function wayMarks({ points, bars, sightings, chosen, dark }: WayDrawing) {
  const colours = stateColours(dark);
  const drawn = bars.flatMap((bar) => {
    const { fromKilometre: y1, toKilometre: y2 } = bar;
    return y1 === null || y2 === null ? [] : [{ ...bar, y1, y2 }];
  });
  const chosenBars = drawn.filter(({ at }) => at === chosen);
  return [
    rectX(chosenBars, {
      x1: (bar) => new Date(bar.from),
      x2: (bar) => new Date(bar.to),
      fill: "currentColor",
      fillOpacity: 0.1,
    }),
    ...drawn
      .filter(({ state }) => state !== "stranded" && state !== "drifting")
      .map((bar) =>
        link([bar], {
          x1: (one) => new Date(one.from),
          x2: (one) => new Date(one.to),
          y1: "y1",
          y2: "y2",
          stroke: colours[bar.state],
          strokeWidth: 2.5,
          strokeDasharray: (STATE_DASHES[bar.state] ?? []).map((part) => part * 2.5).join(" "),
        }),
      ),
    line(points, {
      x: (point: WayPoint) => new Date(point.time),
      y: "kilometre",
      z: (point: WayPoint) => strokeAt(bars, point.time),
      stroke: colours.drifting,
      strokeWidth: 1.6,
    }),
    ruleY(
      drawn.filter(({ state }) => state === "stranded"),
      {
        x1: (bar) => new Date(bar.from),
        x2: (bar) => new Date(bar.to),
        y: "y1",
        stroke: colours.stranded,
        strokeWidth: 7,
        strokeLinecap: "round",
      },
    ),
    dot(sightings, {
      x: (point: WayPoint) => new Date(point.time),
      y: "kilometre",
      symbol: "triangle",
      r: 7,
      fill: "#e4ff1a",
      stroke: "#0b1f2a",
      strokeWidth: 1.8,
    }),
  ];
}

/** A line goes on within an episode, and not across a silence. */
function strokeAt(bars: readonly WayBar[], time: number): number {
  return bars.findLastIndex(({ state, from }) => from <= time && state !== "drifting");
}

function tideMarks({ dark, from, to }: WayDrawing, { levels, extremes }: Tide) {
  const colour = stateColours(dark).drifting;
  const shown = extremes.filter(({ time }) => Date.parse(time) >= from && Date.parse(time) <= to);
  return [
    areaY(levels, {
      x: ({ time }) => new Date(time),
      y1: () => Math.min(...levels.map(({ levelMetres }) => levelMetres)),
      y2: "levelMetres",
      fill: colour,
      fillOpacity: 0.15,
    }),
    lineY(levels, { x: ({ time }) => new Date(time), y: "levelMetres", stroke: colour }),
    ...(shown.length < 60
      ? [
          dot(shown, {
            x: ({ time }) => new Date(time),
            y: "levelMetres",
            r: 2.5,
            fill: colour,
          }),
        ]
      : []),
  ];
}

function stacked(way: Element, below: Element, width: number): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const height = HEIGHTS.way + HEIGHTS.tide;
  svg.setAttribute("width", `${width}`);
  svg.setAttribute("height", `${height}`);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  below.setAttribute("y", `${HEIGHTS.way}`);
  svg.append(way, below);
  return svg;
}

/** A drawing as a file of its own, in the colours in which it was seen. */
export function svgFile(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { color, backgroundColor } = getComputedStyle(svg.closest("figure") ?? svg);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute(
    "style",
    `color: ${color}; background: ${backgroundColor}; font-family: system-ui, sans-serif; font-size: 12px`,
  );
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}
