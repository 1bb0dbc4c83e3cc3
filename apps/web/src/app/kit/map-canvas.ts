import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
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
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibreMap,
  NavigationControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs" with { loader: "file" };
import { boundsOf } from "./map-bounds.ts";
import { configuredStyleUrl } from "./map-configured-style.ts";
import {
  FEATURES,
  FIX_TILES,
  featureLayers,
  fixTileLayer,
  MAP_KINDS,
  type MapKind,
} from "./map-layers.ts";
import { addMarks } from "./map-marks.ts";
import { basemapStyle } from "./map-style.ts";
import { mapStyleSheet } from "./map-style-sheet.ts";

/** A feature somebody clicked on. */
export interface ClickedFeature {
  readonly kind: MapKind;
  readonly properties: Readonly<Record<string, unknown>>;
}

const STEPS = [
  { name: "north", arrow: "↑", by: [0, -1] },
  { name: "west", arrow: "←", by: [-1, 0] },
  { name: "east", arrow: "→", by: [1, 0] },
  { name: "south", arrow: "↓", by: [0, 1] },
] as const;
const STEP_PIXELS = 60;
const CLOSEST_FIT_ZOOM = 13;

/**
 * A map of features, each with a `kind` (release, sighting, track, fix, item, tracker) among its
 * properties. To be loaded through `@defer` or a lazy route only: MapLibre is large.
 */
@Component({
  selector: "zpr-map-canvas",
  imports: [TranslocoPipe],
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
  /** Whether the place under the cross in the middle is what counts. */
  readonly pickable = input(false);
  readonly label = input("");
  readonly centerChange = output<[number, number]>();
  readonly featureClick = output<ClickedFeature>();

  protected readonly steps = STEPS;
  protected readonly place = viewChild.required<ElementRef<HTMLElement>>("map");
  readonly #map = signal<MapLibreMap | undefined>(undefined);
  #fitted = false;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => void this.#open());
    destroyed.onDestroy(() => this.#map()?.remove());
    effect(() => this.#showFeatures(this.#map(), this.features()));
    effect(() => this.#showKinds(this.#map(), this.hidden()));
    effect(() => {
      const center = this.center();
      if (center) this.#map()?.jumpTo({ center, zoom: this.zoom() });
    });
  }

  protected move([x, y]: readonly [number, number]): void {
    this.#map()?.panBy([x * STEP_PIXELS, y * STEP_PIXELS]);
  }

  async #open(): Promise<void> {
    setWorkerUrl(new URL(workerAddress, document.baseURI).href);
    await mapStyleSheet();
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const map = new MapLibreMap({
      container: this.place().nativeElement,
      style: (await configuredStyleUrl()) ?? basemapStyle(dark),
      center: this.center() ?? [4.25, 51.2],
      zoom: this.zoom(),
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.on("load", () => {
      this.#addLayers(map, dark);
      this.#map.set(map);
    });
    map.on("moveend", ({ originalEvent }) => this.#tellCenter(map, originalEvent !== undefined));
  }

  #addLayers(map: MapLibreMap, dark: boolean): void {
    addMarks(map);
    const tiles = this.fixTiles();
    if (tiles) {
      map.addSource(FIX_TILES, { type: "vector", url: tiles });
      map.addLayer(fixTileLayer(dark));
    }
    map.addSource(FEATURES, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    for (const layer of featureLayers(dark)) map.addLayer(layer);
    for (const kind of MAP_KINDS) {
      map.on("click", kind, ({ features }) => {
        const properties = features?.[0]?.properties;
        if (properties) this.featureClick.emit({ kind, properties });
      });
      map.on("mouseenter", kind, () => (map.getCanvas().style.cursor = "pointer"));
      map.on("mouseleave", kind, () => (map.getCanvas().style.cursor = ""));
    }
  }

  #showFeatures(map: MapLibreMap | undefined, features: FeatureCollection | null): void {
    if (!map || !features) return;
    map.getSource<GeoJSONSource>(FEATURES)?.setData(features);
    const bounds = boundsOf(features);
    if (this.#fitted || this.center() || !bounds) return;
    this.#fitted = true;
    map.fitBounds(new LngLatBounds(bounds), {
      padding: 48,
      maxZoom: CLOSEST_FIT_ZOOM,
      animate: false,
    });
  }

  #showKinds(map: MapLibreMap | undefined, hidden: ReadonlySet<MapKind>): void {
    if (!map) return;
    const show = (layer: string, kind: MapKind) => {
      const visibility = hidden.has(kind) ? "none" : "visible";
      if (map.getLayer(layer)) map.setLayoutProperty(layer, "visibility", visibility);
    };
    for (const kind of MAP_KINDS) show(kind, kind);
    show("track-edge", "track");
    show("fix-tiles", "fix");
  }

  /** Moves made by people or their buttons count; those made for them do not. */
  #tellCenter(map: MapLibreMap, byHand: boolean): void {
    if (!this.pickable() && !byHand) return;
    const { lng, lat } = map.getCenter();
    this.centerChange.emit([lng, lat]);
  }
}
