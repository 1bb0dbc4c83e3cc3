import type { Map as MapLibreMap } from "maplibre-gl";
import { TRACK_OPACITY } from "./map-track-layers.ts";
import { slowness } from "./slowness.ts";

/** On a device that turns out to be slow, fewer places of tracks are drawn while the map moves, and all when it rests. */
export function drawLessWhileMoving(map: MapLibreMap): void {
  const device = slowness();
  let isSlow = false;
  let last: number | undefined;
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
    isSlow = last !== undefined && device.tell(now - last);
    last = now;
    if (isSlow) show(true);
  });
}
