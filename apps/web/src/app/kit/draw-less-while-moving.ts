import type { Map as MapLibreMap } from "maplibre-gl";
import { TRACK_OPACITY } from "./map-track-layers.ts";

/** A map that moves in frames longer than this is felt to lag. */
const SLOW_MS = 50;
/** So many frames tell what a device can do; the first ones of a map wait for its tiles. */
const JUDGED_FRAMES = 6;

/** On a device that turns out to be slow, fewer places of tracks are drawn while the map moves, and all when it rests. */
export function drawLessWhileMoving(map: MapLibreMap): void {
  let frames = 0;
  let milliseconds = 0;
  let last: number | undefined;
  let isSlow = false;
  const show = (moving: boolean) => {
    for (const [layer, opacity] of Object.entries(TRACK_OPACITY)) {
      const isShown = (layer === "track-moving") === moving;
      map.setPaintProperty(layer, "line-opacity", isShown ? opacity : 0);
    }
  };
  map.on("movestart", () => {
    last = undefined;
    if (isSlow) show(true);
  });
  map.on("moveend", () => {
    if (isSlow) show(false);
  });
  map.on("render", () => {
    if (isSlow || !map.isMoving()) return;
    const now = performance.now();
    if (last !== undefined) {
      frames++;
      milliseconds += now - last;
    }
    last = now;
    if (frames < JUDGED_FRAMES) return;
    isSlow = milliseconds / frames > SLOW_MS;
    frames = 0;
    milliseconds = 0;
    if (isSlow) show(true);
  });
}
