import type { Map as MapLibreMap } from "maplibre-gl";

/**
 * Puts a map on paper: what WebGL has drawn is gone by the time that a printer asks for it, so a
 * still picture lies on the map while it is printed.
 * @returns ends it
 */
export function printable(map: MapLibreMap): () => void {
  const still = document.createElement("canvas");
  still.className = "map-still";

  function begin(): void {
    const drawn = map.getCanvas();
    still.width = drawn.width;
    still.height = drawn.height;
    // In one go with the copy: the drawing is thrown away as soon as the browser has shown it.
    map.redraw();
    still.getContext("2d")?.drawImage(drawn, 0, 0);
    drawn.after(still);
  }
  const end = () => still.remove();

  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}
