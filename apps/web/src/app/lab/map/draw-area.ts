import type { Map as MapLibreMap } from "maplibre-gl";
import type { Bounds } from "./in-view.ts";

const LEAST_PIXELS = 6;

/** Lets somebody draw a box on a map with mouse, pen or finger; undefined when it was a mere tap or was given up. */
export function drawArea(map: MapLibreMap, given: AbortSignal): Promise<Bounds | undefined> {
  const surface = map.getCanvasContainer();
  const frame = document.createElement("div");
  frame.className = "area-frame";
  const over = new AbortController();
  const signal = AbortSignal.any([given, over.signal]);
  map.dragPan.disable();
  map.touchZoomRotate.disable();
  surface.classList.add("area-drawing");
  return new Promise((done) => {
    let start: DOMPoint | undefined;
    const finish = (bounds: Bounds | undefined) => {
      over.abort();
      frame.remove();
      surface.classList.remove("area-drawing");
      map.dragPan.enable();
      map.touchZoomRotate.enable();
      map.touchZoomRotate.disableRotation();
      done(bounds);
    };
    given.addEventListener("abort", () => finish(undefined), { signal: over.signal });
    surface.addEventListener(
      "pointerdown",
      (event) => {
        event.preventDefault();
        surface.setPointerCapture(event.pointerId);
        start = placeIn(surface, event);
        surface.append(frame);
      },
      { signal },
    );
    surface.addEventListener(
      "pointermove",
      (event) => {
        if (!start) return;
        const { x, y, width, height } = spanned(start, placeIn(surface, event));
        frame.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
      },
      { signal },
    );
    surface.addEventListener(
      "pointerup",
      (event) => {
        if (!start) return;
        const box = spanned(start, placeIn(surface, event));
        const isTap = box.width < LEAST_PIXELS || box.height < LEAST_PIXELS;
        finish(isTap ? undefined : boundsOf(map, box));
      },
      { signal },
    );
  });
}

function placeIn(surface: HTMLElement, { clientX, clientY }: PointerEvent): DOMPoint {
  const { left, top } = surface.getBoundingClientRect();
  return new DOMPoint(clientX - left, clientY - top);
}

function spanned(a: DOMPoint, b: DOMPoint): DOMRect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return new DOMRect(x, y, Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

function boundsOf(map: MapLibreMap, { left, top, right, bottom }: DOMRect): Bounds {
  const northWest = map.unproject([left, top]);
  const southEast = map.unproject([right, bottom]);
  return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
}
