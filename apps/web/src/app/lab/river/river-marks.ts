/** Pictures for a river on a map. A base map need not bring letters, so texts are pictures too. */
import type { Map as MapLibreMap } from "maplibre-gl";

const SHARPNESS = 2;
const HEIGHT = 20;
const INK = "#0b1f2a";

/** The name of a picture with a text: a kilometre post, the mouth, or the number of a section in its colour. */
export function labelImage(map: MapLibreMap, text: string, look: string): string {
  const name = `river-${look}-${text}`;
  if (map.hasImage(name)) return name;
  const [fill, edge, isRound] = lookOf(look);
  const width = Math.max(HEIGHT, 10 + text.length * 8);
  const picture = drawn([width, HEIGHT], (pen) => {
    pen.fillStyle = fill;
    pen.strokeStyle = edge;
    pen.lineWidth = isRound ? 3 : 1.5;
    pen.beginPath();
    pen.roundRect(1, 1, width - 2, HEIGHT - 2, isRound ? HEIGHT / 2 : 4);
    pen.fill();
    pen.stroke();
    pen.fillStyle = INK;
    pen.font = "bold 12px sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(text, width / 2, HEIGHT / 2 + 1);
  });
  if (picture) map.addImage(name, picture, { pixelRatio: SHARPNESS });
  return name;
}

/** The arrow that shows where a line flows. */
export function addArrow(map: MapLibreMap, dark: boolean): void {
  if (map.hasImage("river-arrow")) return;
  const picture = drawn([16, 16], (pen) => {
    pen.fillStyle = dark ? "#8fd0ea" : "#1d5f83";
    pen.strokeStyle = dark ? INK : "#ffffff";
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.moveTo(2, 2);
    pen.lineTo(15, 8);
    pen.lineTo(2, 14);
    pen.lineTo(5, 8);
    pen.closePath();
    pen.fill();
    pen.stroke();
  });
  if (picture) map.addImage("river-arrow", picture, { pixelRatio: SHARPNESS });
}

function lookOf(look: string): readonly [fill: string, edge: string, isRound: boolean] {
  if (look === "post") return ["#ffffff", INK, false];
  if (look === "mouth") return ["#e4ff1a", INK, true];
  return ["#ffffff", look, true];
}

function drawn(
  [width, height]: readonly [number, number],
  draw: (pen: OffscreenCanvasRenderingContext2D) => void,
): ImageData | undefined {
  const canvas = new OffscreenCanvas(width * SHARPNESS, height * SHARPNESS);
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  pen.scale(SHARPNESS, SHARPNESS);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
