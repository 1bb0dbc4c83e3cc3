import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { MapCanvas } from "../../kit/map-canvas.ts";
import { isOnMap } from "./river-draft.ts";
import { addRiverLayers, type ShownRiver, showRiver } from "./river-layers.ts";

/** A map of one river: arrows downstream, kilometre posts, sections. To be loaded lazily, as MapLibre is large. */
@Component({
  selector: "zpr-river-map",
  imports: [MapCanvas, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <zpr-map-canvas
      class="map"
      [features]="extent()"
      [focus]="focus()"
      [label]="'lab.river.map' | transloco"
      (opened)="open($event)"
    />
  `,
  styles: `
    .map {
      height: clamp(18rem, 55vh, 40rem);
      border: 1px solid var(--zpr-line-strong);
      border-radius: var(--zpr-radius-m);
    }
  `,
})
export class RiverMap {
  readonly river = input.required<ShownRiver>();
  /** A place to look at next. */
  readonly focus = input<readonly [number, number] | null>(null);
  readonly opened = output<MapLibreMap>();
  readonly #map = signal<MapLibreMap | undefined>(undefined);

  /** What the map makes room for; it draws none of it, as it knows no such kind. */
  protected readonly extent = computed<FeatureCollection>(() => ({
    type: "FeatureCollection",
    features: this.river()
      .lines.filter(isOnMap)
      .map(({ coordinates }) => ({
        type: "Feature",
        properties: { kind: "river" },
        geometry: { type: "LineString", coordinates: coordinates.map(([x, y]) => [x, y]) },
      })),
  }));

  constructor() {
    effect(() => {
      const map = this.#map();
      const river = this.river();
      if (map) showRiver(map, { ...river, lines: river.lines.filter(isOnMap) });
    });
  }

  protected open(map: MapLibreMap): void {
    addRiverLayers(map, matchMedia("(prefers-color-scheme: dark)").matches);
    this.#map.set(map);
    this.opened.emit(map);
  }
}
