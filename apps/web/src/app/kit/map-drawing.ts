import type { Feature, FeatureCollection } from "geojson";
import {
  type GeoJSONSource,
  LngLatBounds,
  type Map as MapLibreMap,
  type PointLike,
} from "maplibre-gl";
import { drawLessWhileMoving } from "./draw-less-while-moving.ts";
import { boundsOf } from "./map-bounds.ts";
import {
  densityLayer,
  FEATURES,
  FIX_TILES,
  featureLayers,
  fixTileLayer,
  LAYERS_OF,
  MAP_KINDS,
  type MapKind,
} from "./map-layers.ts";
import { addMarks } from "./map-marks.ts";
import { TRACKS } from "./map-track-layers.ts";
import { isSameFeatures } from "./same-features.ts";
import { trackLevels } from "./track-levels.ts";

/** A feature somebody clicked on. */
export interface ClickedFeature {
  readonly kind: MapKind;
  readonly properties: Readonly<Record<string, unknown>>;
}

const CLOSEST_FIT_ZOOM = 13;
/** Wider below, where the names of the sources stand. */
const FIT_PADDING = { top: 48, right: 48, bottom: 84, left: 48 };
/** A fingertip is wider than a line. */
const REACH_PIXELS = 7;

/** Shows features; says whether there was a place among them. */
export type ShowFeatures = (features: FeatureCollection) => boolean;

/** Adds the layers of our features: lines beneath the names of the base map, marks above. */
export function addFeatureLayers(map: MapLibreMap, dark: boolean): ShowFeatures {
  addMarks(map);
  const [showTracks, showOthers] = [
    changingSource(map, TRACKS, trackLevels),
    changingSource(map, FEATURES),
  ];
  const names = firstNames(map);
  for (const layer of featureLayers(dark))
    map.addLayer(layer, layer.type === "symbol" ? undefined : names);
  drawLessWhileMoving(map);
  return ({ features }) => {
    const isTrack = ({ properties }: Feature) => properties?.["kind"] === "track";
    showTracks(features.filter(isTrack));
    showOthers(features.filter((feature) => !isTrack(feature)));
    return features.some(({ geometry }) => geometry);
  };
}

/** A source is given features only when they are not those it has: it cuts all of them into tiles again. */
function changingSource(
  map: MapLibreMap,
  id: string,
  drawn: (features: readonly Feature[]) => readonly Feature[] = (features) => features,
): (features: readonly Feature[]) => void {
  map.addSource(id, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  let shown: readonly Feature[] = [];
  return (features) => {
    if (isSameFeatures(features, shown)) return;
    shown = features;
    const source = map.getSource<GeoJSONSource>(id);
    source?.setData({ type: "FeatureCollection", features: [...drawn(features)] });
  };
}

/** Shows the tiles of a TileJSON beneath our features, in place of those of before. */
export function showFixTiles(map: MapLibreMap, url: string | undefined, dark: boolean): void {
  for (const layer of ["fix-tiles", "density"]) if (map.getLayer(layer)) map.removeLayer(layer);
  if (map.getSource(FIX_TILES)) map.removeSource(FIX_TILES);
  if (url === undefined) return;
  map.addSource(FIX_TILES, { type: "vector", url });
  map.addLayer(densityLayer(dark), "track-edge");
  map.addLayer(fixTileLayer(dark), "track-edge");
}

/** Shows all kinds but those hidden. */
export function showKinds(map: MapLibreMap, hidden: ReadonlySet<MapKind>): void {
  for (const kind of MAP_KINDS)
    for (const layer of LAYERS_OF[kind])
      if (map.getLayer(layer))
        map.setLayoutProperty(layer, "visibility", hidden.has(kind) ? "none" : "visible");
}

/** Moves the map so that all features are on it. */
export function fitTo(map: MapLibreMap, features: FeatureCollection): void {
  const bounds = boundsOf(features);
  if (!bounds) return;
  map.fitBounds(new LngLatBounds(bounds), {
    padding: FIT_PADDING,
    maxZoom: CLOSEST_FIT_ZOOM,
    animate: false,
  });
}

/** The uppermost of our features near a point of the screen. */
export function featureAt(
  map: MapLibreMap,
  { x, y }: { readonly x: number; readonly y: number },
): ClickedFeature | undefined {
  const box: [PointLike, PointLike] = [
    [x - REACH_PIXELS, y - REACH_PIXELS],
    [x + REACH_PIXELS, y + REACH_PIXELS],
  ];
  const layers = MAP_KINDS.filter((kind) => kind !== "density" && map.getLayer(kind));
  const found = map.queryRenderedFeatures(box, { layers });
  // Marks are smaller than lines and drawn above them, so they are meant first.
  for (const kind of layers.toReversed()) {
    const feature = found.find(({ layer }) => layer.id === kind);
    if (feature) return { kind, properties: feature.properties };
  }
  return undefined;
}

function firstNames(map: MapLibreMap): string | undefined {
  return map.getStyle().layers.find(({ type }) => type === "symbol")?.id;
}
