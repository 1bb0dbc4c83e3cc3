import type { Region } from "./sightings-api.ts";

/** What a tap chooses: about a face. */
export const TAPPED: Region = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
const SMALLEST = 0.02;

type Step = readonly [x: number, y: number];

/** A region moved by fractions of the picture, and never out of it. */
export function moved({ x, y, width, height }: Region, [right, down]: Step): Region {
  return {
    x: within(x + right, 0, 1 - width),
    y: within(y + down, 0, 1 - height),
    width,
    height,
  };
}

/** A region with another lower right corner. */
export function resized({ x, y, width, height }: Region, [right, down]: Step): Region {
  return {
    x,
    y,
    width: within(width + right, SMALLEST, 1 - x),
    height: within(height + down, SMALLEST, 1 - y),
  };
}

/** The region that two of its corners make. */
export function between(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Region {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}
