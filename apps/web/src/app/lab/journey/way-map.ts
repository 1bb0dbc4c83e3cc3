import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  signal,
} from "@angular/core";
import type { FeatureCollection } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { MapCanvas } from "../../kit/map-canvas.ts";
import type { Episode } from "./journey-api.ts";
import { episodeFeatures, nearestTo, placeAt, type TimedPlace } from "./journey-track.ts";
import { addWayLayers, showChosen, showMoment, showWay } from "./way-layers.ts";

/** The map of a way by its episodes: what the pointer is next to is told, what the plot looks at is marked. */
@Component({
  selector: "zpr-way-map",
  imports: [MapCanvas],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    zpr-map-canvas {
      display: block;
      height: 100%;
    }
  `,
  template: `
    <zpr-map-canvas
      [features]="features()"
      [label]="label()"
      [focus]="focus()"
      (opened)="open($event)"
    />
  `,
})
export class WayMap {
  /** Releases and sightings. */
  readonly features = input.required<FeatureCollection>();
  readonly episodes = input.required<readonly Episode[]>();
  readonly track = input.required<readonly TimedPlace[]>();
  /** Number of the chosen episode, -1 when none is. */
  readonly chosen = input(-1);
  /** Milliseconds since 1970. */
  readonly moment = input<number>();
  readonly label = input("");
  readonly momentChange = output<number | undefined>();
  readonly momentChoose = output<number>();

  readonly #map = signal<MapLibreMap | undefined>(undefined);
  readonly #way = computed(() => episodeFeatures(this.episodes(), this.track()));
  readonly #here = computed(() => {
    const moment = this.moment();
    return moment === undefined ? undefined : placeAt(this.track(), moment)?.position;
  });
  protected readonly focus = computed(() => this.episodes()[this.chosen()]?.from ?? null);

  constructor() {
    effect(() => {
      const map = this.#map();
      if (map) showWay(map, this.#way());
    });
    effect(() => {
      const map = this.#map();
      if (map) showChosen(map, this.chosen());
    });
    effect(() => {
      const map = this.#map();
      if (map) showMoment(map, this.#here());
    });
  }

  protected open(map: MapLibreMap): void {
    addWayLayers(map, matchMedia("(prefers-color-scheme: dark)").matches);
    map.on("mousemove", (event) => this.momentChange.emit(this.#timeAt(event)));
    map.on("mouseout", () => this.momentChange.emit(undefined));
    map.on("click", (event) => {
      const time = this.#timeAt(event);
      if (time !== undefined) this.momentChoose.emit(time);
    });
    this.#map.set(map);
  }

  #timeAt({ lngLat, point, target }: MapMouseEvent): number | undefined {
    const place = nearestTo(this.track(), [lngLat.lng, lngLat.lat]);
    if (!place) return undefined;
    const at = target.project([place.position[0], place.position[1]]);
    return Math.hypot(at.x - point.x, at.y - point.y) < 40 ? place.time : undefined;
  }
}
