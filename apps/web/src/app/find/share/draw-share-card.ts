import type { Position } from "@zpr/model";
import type { JourneyFeature } from "../../kit/api.ts";

/** The words of a card, in the finder's language. */
export interface ShareWords {
  readonly title: string;
  readonly facts: readonly { readonly value: string; readonly name: string }[];
  /** What has to be said with it: that it is simulated. */
  readonly mark: string;
  readonly from: string;
}

type Pen = CanvasRenderingContext2D;
type Point = readonly [x: number, y: number];

/** Four to five: what most apps show whole. */
export const CARD_WIDTH = 1080;
export const CARD_HEIGHT = 1350;

const MAP_HEIGHT = 860;
const MARGIN = 80;
const MAP_MARGIN = 150;
const FONT = '"Atkinson Hyperlegible Next", system-ui, sans-serif';
const COLOURS = {
  ink: "#0b1f2a",
  water: "#1d5f83",
  wave: "#2a7299",
  yellow: "#e4ff1a",
  orange: "#f08a24",
  paper: "#ffffff",
  soft: "#d3e0e6",
} as const;

/** Draws a journey as a card: its way above, what it was below. */
export function drawShareCard(
  pen: Pen,
  words: ShareWords,
  features: readonly JourneyFeature[],
): void {
  pen.fillStyle = COLOURS.ink;
  pen.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  drawWater(pen);
  drawWay(pen, features);
  drawWords(pen, words);
}

function drawWater(pen: Pen): void {
  pen.fillStyle = COLOURS.water;
  pen.fillRect(0, 0, CARD_WIDTH, MAP_HEIGHT);
  pen.strokeStyle = COLOURS.wave;
  pen.lineWidth = 5;
  pen.lineCap = "round";
  for (let row = 0; row < 9; row++)
    for (let x = (row % 2) * 130 - 60; x < CARD_WIDTH; x += 260) {
      const y = 60 + row * 96;
      pen.beginPath();
      pen.moveTo(x, y);
      pen.bezierCurveTo(x + 25, y - 20, x + 45, y + 20, x + 80, y);
      pen.stroke();
    }
}

function drawWay(pen: Pen, features: readonly JourneyFeature[]): void {
  const lines = linesOf(features);
  const places = features.filter(({ properties }) => properties.kind !== "network");
  const place = projection(places.flatMap(positionsOf));
  const steps = features.filter(isStep).map((feature) => place(feature.geometry.coordinates));
  // Between places of which only the ends are known, the way is a guess and looks like one.
  if (lines.length === 0) drawLine(pen, steps, true);
  for (const line of lines) drawLine(pen, line.map(place), false);
  for (const feature of features.filter(isStep))
    drawMark(pen, place(feature.geometry.coordinates), feature.properties.kind);
}

type Step = JourneyFeature & { readonly geometry: { readonly coordinates: Position } };

function isStep(feature: JourneyFeature): feature is Step {
  return feature.geometry?.type === "Point" && feature.properties.kind !== "network";
}

function linesOf(features: readonly JourneyFeature[]): readonly (readonly Position[])[] {
  return features.filter(({ geometry }) => geometry?.type === "LineString").map(positionsOf);
}

function positionsOf({ geometry }: JourneyFeature): readonly Position[] {
  if (!geometry) return [];
  return geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
}

/** Puts positions on the card: all of them in view, north up, no side stretched. */
function projection(positions: readonly Position[]): (position: Position) => Point {
  const squeeze = Math.cos(((positions[0]?.[1] ?? 0) * Math.PI) / 180);
  const xs = positions.map(([longitude]) => longitude * squeeze);
  const ys = positions.map(([, latitude]) => latitude);
  const [west, east] = [least(xs), -least(xs.map((x) => -x))];
  const [south, north] = [least(ys), -least(ys.map((y) => -y))];
  const scale = Math.min(
    (CARD_WIDTH - 2 * MAP_MARGIN) / Math.max(east - west, 1e-4),
    (MAP_HEIGHT - 2 * MAP_MARGIN) / Math.max(north - south, 1e-4),
  );
  return ([longitude, latitude]) => [
    CARD_WIDTH / 2 + (longitude * squeeze - (west + east) / 2) * scale,
    MAP_HEIGHT / 2 - (latitude - (south + north) / 2) * scale,
  ];
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function drawLine(pen: Pen, points: readonly Point[], isGuess: boolean): void {
  pen.lineJoin = "round";
  for (const [colour, width] of [
    [COLOURS.ink, 20],
    [COLOURS.yellow, 11],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(isGuess ? [4, 30] : []);
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** The marks of our maps: a triangle where it was released, a diamond where it was seen. */
function drawMark(pen: Pen, [x, y]: Point, kind: string): void {
  const isRelease = kind === "release";
  pen.fillStyle = isRelease ? COLOURS.paper : COLOURS.orange;
  pen.strokeStyle = COLOURS.ink;
  pen.lineWidth = 6;
  pen.beginPath();
  pen.moveTo(x, y - 34);
  pen.lineTo(x + 34, isRelease ? y + 26 : y);
  if (!isRelease) pen.lineTo(x, y + 34);
  pen.lineTo(x - 34, isRelease ? y + 26 : y);
  pen.closePath();
  pen.fill();
  pen.stroke();
}

function drawWords(pen: Pen, { title, facts, mark, from }: ShareWords): void {
  const width = CARD_WIDTH - 2 * MARGIN;
  pen.textAlign = "left";
  pen.fillStyle = COLOURS.yellow;
  pen.font = `700 84px ${FONT}`;
  pen.fillText(title, MARGIN, MAP_HEIGHT + 120, width);
  const column = width / facts.length;
  facts.forEach(({ value, name }, at) => {
    pen.fillStyle = COLOURS.paper;
    pen.font = `700 68px ${FONT}`;
    pen.fillText(value, MARGIN + at * column, MAP_HEIGHT + 240, column - 24);
    pen.fillStyle = COLOURS.soft;
    pen.font = `400 36px ${FONT}`;
    pen.fillText(name, MARGIN + at * column, MAP_HEIGHT + 292, column - 24);
  });
  pen.font = `700 40px ${FONT}`;
  pen.fillStyle = COLOURS.paper;
  pen.fillText(from, MARGIN, CARD_HEIGHT - 80, width);
  if (!mark) return;
  pen.fillStyle = COLOURS.orange;
  pen.fillText(mark, MARGIN, 100, width);
}
