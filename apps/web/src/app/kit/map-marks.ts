import type { Map as MapLibreMap } from "maplibre-gl";

const YELLOW = "#e4ff1a";
const INK = "#0b1f2a";
const PAPER = "#ffffff";
const ORANGE = "#f08a24";
const SIZE = 26;
const SHARPNESS = 2;

/** The marks of a map, told apart by shape as well as by colour. */
const MARKS: Readonly<Record<string, (pen: OffscreenCanvasRenderingContext2D) => void>> = {
  item: (pen) => disc(pen, 7, YELLOW),
  tracker: (pen) => {
    disc(pen, 10, YELLOW);
    pen.fillStyle = INK;
    pen.beginPath();
    pen.arc(SIZE / 2, SIZE / 2, 3.5, 0, 2 * Math.PI);
    pen.fill();
  },
  "tracker-silent": (pen) => {
    disc(pen, 10, PAPER);
    pen.fillStyle = INK;
    pen.fillRect(SIZE / 2 - 5, SIZE / 2 - 1.5, 10, 3);
  },
  sighting: (pen) =>
    outline(pen, ORANGE, [
      [13, 3],
      [23, 13],
      [13, 23],
      [3, 13],
    ]),
  release: (pen) =>
    outline(pen, PAPER, [
      [13, 3],
      [23, 21],
      [3, 21],
    ]),
};

/** Draws the marks, so that layers can name them. */
export function addMarks(map: MapLibreMap): void {
  for (const [name, draw] of Object.entries(MARKS)) {
    if (map.hasImage(name)) continue;
    const canvas = new OffscreenCanvas(SIZE * SHARPNESS, SIZE * SHARPNESS);
    const pen = canvas.getContext("2d");
    if (!pen) continue;
    pen.scale(SHARPNESS, SHARPNESS);
    draw(pen);
    map.addImage(name, pen.getImageData(0, 0, canvas.width, canvas.height), {
      pixelRatio: SHARPNESS,
    });
  }
}

function disc(pen: OffscreenCanvasRenderingContext2D, radius: number, fill: string): void {
  pen.fillStyle = fill;
  pen.strokeStyle = INK;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

function outline(
  pen: OffscreenCanvasRenderingContext2D,
  fill: string,
  corners: readonly (readonly [number, number])[],
): void {
  pen.fillStyle = fill;
  pen.strokeStyle = INK;
  pen.lineWidth = 2;
  pen.lineJoin = "round";
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
  pen.stroke();
}
