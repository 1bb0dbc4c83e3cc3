import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  ViewEncapsulation,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import { type LngLat, Map as MapLibreMap, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs" with { loader: "file" };
import { configuredStyleUrl } from "./map-configured-style.ts";
import {
  addFeatureLayers,
  type ClickedFeature,
  featureAt,
  fitTo,
  type ShowFeatures,
  showFixTiles,
  showKinds,
} from "./map-drawing.ts";
import type { MapKind } from "./map-layers.ts";
import { MapPin, type PinStep, type Pixels } from "./map-pin.ts";
import { printable } from "./map-print.ts";
import { basemapStyle } from "./map-style.ts";
import { mapStyleSheet } from "./map-style-sheet.ts";

const STEPS = [
  { name: "north", arrow: "↑", by: [0, -1] },
  { name: "west", arrow: "←", by: [-1, 0] },
  { name: "east", arrow: "→", by: [1, 0] },
  { name: "south", arrow: "↓", by: [0, 1] },
] as const;
const STEP_PIXELS = 60;
/** As long as the pin takes back to the middle. */
const GLIDE_MS = 250;
/** Three and more pixels to a point cost a weak phone twice the drawing of two, and nobody sees them. */
const MOST_PIXEL_RATIO = 2;
/** Close enough to see where something lies, far enough to see where that is. */
const LOOK_ZOOM = 11;

/**
 * A map of features, each with a `kind` (release, sighting, track, fix, item, tracker) among its
 * properties. To be loaded through `@defer` or a lazy route only: MapLibre is large.
 */
@Component({
  selector: "zpr-map-canvas",
  imports: [MapPin, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // The style sheet reaches the elements that MapLibre makes.
  encapsulation: ViewEncapsulation.None,
  templateUrl: "./map-canvas.html",
  styleUrl: "./map-canvas.css",
})
export class MapCanvas {
  /** Longitude and latitude of the middle; without it the map shows all its features. */
  readonly center = input<[number, number]>();
  readonly zoom = input(8);
  readonly features = input<FeatureCollection | null>(null);
  /** Kinds that are not shown for now. */
  readonly hidden = input<ReadonlySet<MapKind>>(new Set());
  /** TileJSON of fixes to show beneath the features. */
  readonly fixTiles = input<string>();
  /** A place to look at next, when it is not in view. */
  readonly focus = input<readonly [number, number] | null>(null);
  /** Whether the place under the pin in the middle is what counts. */
  readonly pickable = input(false);
  readonly label = input("");
  /** A view to begin with in place of all features. */
  readonly start = input<{ readonly center: [number, number]; readonly zoom: number }>();
  readonly centerChange = output<[number, number]>();
  /** What is in view: west, south, east, north. */
  readonly boundsChange = output<[number, number, number, number]>();
  /** Middle and zoom, after every move. */
  readonly viewChange = output<{ readonly center: [number, number]; readonly zoom: number }>();
  /** The map itself, once it is drawn, for who adds layers of his own. */
  readonly opened = output<MapLibreMap>();
  /** Nothing when somebody clicked beside everything. */
  readonly featureClick = output<ClickedFeature | undefined>();

  protected readonly steps = STEPS;
  protected readonly place = viewChild.required<ElementRef<HTMLElement>>("map");
  protected readonly pinStep = signal<PinStep | undefined>(undefined);
  readonly #map = signal<MapLibreMap | undefined>(undefined);
  protected readonly isDrawn = computed(() => this.#map() !== undefined);
  readonly #dark = matchMedia("(prefers-color-scheme: dark)").matches;
  readonly #destroyed = inject(DestroyRef);
  #fitted = false;
  #drawFeatures: ShowFeatures = () => false;
  /** Where the map is going for the pin. */
  #aim: LngLat | undefined;

  constructor() {
    afterNextRender(() => void this.#open());
    effect(() => this.#showFeatures(this.#map(), this.features()));
    effect(() => {
      const map = this.#map();
      if (map) showFixTiles(map, this.fixTiles(), this.#dark);
    });
    // After the tiles, which come visible.
    effect(() => {
      this.fixTiles();
      const map = this.#map();
      if (map) showKinds(map, this.hidden());
    });
    effect(() => this.#lookAt(this.#map(), this.focus()));
    effect(() => {
      const center = this.center();
      if (center) this.#map()?.jumpTo({ center, zoom: this.zoom() });
    });
  }

  protected move([x, y]: readonly [number, number]): void {
    this.#bringToPin([x * STEP_PIXELS, y * STEP_PIXELS], 0);
  }

  protected glideTo(by: Pixels): void {
    this.#bringToPin(by, GLIDE_MS);
  }

  protected stepTo({ way, by }: { readonly way: PinStep["way"]; readonly by: Pixels }): void {
    const step = this.#bringToPin(by, 0);
    if (step) this.pinStep.set({ way, ...step });
  }

  /** Brings a place to the middle, under the pin. It may be taken with the next tap: it is told at once. */
  #bringToPin([x, y]: Pixels, duration: number): Omit<PinStep, "way"> | undefined {
    const map = this.#map();
    if (!map) return undefined;
    if (this.#aim && map.isMoving()) map.jumpTo({ center: this.#aim });
    const from = map.getCenter();
    const middle = map.project(from);
    const aim = map.unproject([middle.x + x, middle.y + y]);
    this.#aim = aim;
    map.easeTo({ center: aim, duration });
    this.centerChange.emit([aim.lng, aim.lat]);
    return { metres: from.distanceTo(aim), to: [aim.lng, aim.lat] };
  }

  async #open(): Promise<void> {
    setWorkerUrl(new URL(workerAddress, document.baseURI).href);
    await mapStyleSheet();
    const style = (await configuredStyleUrl()) ?? basemapStyle(this.#dark);
    if (this.#destroyed.destroyed) return;
    const map = new MapLibreMap({
      container: this.place().nativeElement,
      style,
      center: this.start()?.center ?? this.center() ?? [4.25, 51.2],
      zoom: this.start()?.zoom ?? this.zoom(),
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
      pixelRatio: Math.min(devicePixelRatio, MOST_PIXEL_RATIO),
    });
    this.#destroyed.onDestroy(printable(map));
    this.#destroyed.onDestroy(() => map.remove());
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.on("load", () => {
      this.#drawFeatures = addFeatureLayers(map, this.#dark);
      map.on("click", ({ point }) => this.featureClick.emit(featureAt(map, point)));
      map.on("mousemove", ({ point }) => {
        // Nobody chooses anything in a map that moves, and asking costs as much as drawing.
        if (map.isMoving()) return;
        map.getCanvas().style.cursor = featureAt(map, point) ? "pointer" : "";
      });
      this.#map.set(map);
      this.opened.emit(map);
      this.#tellBounds(map);
    });
    map.on("moveend", ({ originalEvent }) => {
      this.#aim = undefined;
      this.#tellCenter(map, originalEvent !== undefined);
      this.viewChange.emit({ center: map.getCenter().toArray(), zoom: map.getZoom() });
      this.#tellBounds(map);
    });
  }

  #showFeatures(map: MapLibreMap | undefined, features: FeatureCollection | null): void {
    if (!map || !features) return;
    const anywhere = this.#drawFeatures(features);
    if (anywhere && !this.#fitted && !this.center() && !this.start()) fitTo(map, features);
    this.#fitted = anywhere;
  }

  #lookAt(map: MapLibreMap | undefined, place: readonly [number, number] | null): void {
    if (!map || !place) return;
    const [longitude, latitude] = place;
    if (map.getBounds().contains([longitude, latitude])) return;
    map.easeTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), LOOK_ZOOM) });
  }

  #tellBounds(map: MapLibreMap): void {
    const bounds = map.getBounds();
    this.boundsChange.emit([
      bounds.getWest(),
      bounds.getSouth(),
      bounds.getEast(),
      bounds.getNorth(),
    ]);
  }

  /** Moves made by people or their buttons count; those made for them do not. */
  #tellCenter(map: MapLibreMap, byHand: boolean): void {
    if (!this.pickable() && !byHand) return;
    const { lng, lat } = map.getCenter();
    this.centerChange.emit([lng, lat]);
  }
}
