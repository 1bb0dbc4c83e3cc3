import type { Feature, FeatureCollection } from "geojson";
import { Map as MapLibreMap, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import { configuredStyleUrl } from "../app/kit/map-configured-style.ts";
import { addFeatureLayers, featureAt, fitTo, showFixTiles } from "../app/kit/map-drawing.ts";
import { basemapStyle } from "../app/kit/map-style.ts";
import { mapStyleSheet } from "../app/kit/map-style-sheet.ts";

type Words = Readonly<Record<string, string>>;

/** So many items and reports are drawn one by one; ways hold thousands of places each. */
const MOST_POINTS = 1000;
const MOST_WAYS = 60;

/** Fills a box with the map of the study it names: items, ways, reports, and the density of fixes. */
export async function openStudyMap(place: HTMLElement, words: Words): Promise<void> {
  const studyId = place.dataset["studyMap"] ?? "";
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  setWorkerUrl(new URL("/study-map-worker.js", document.baseURI).href);
  const [features, style] = await Promise.all([
    featuresOf(studyId),
    configuredStyleUrl(),
    mapStyleSheet(),
  ]);
  const inner = document.createElement("div");
  inner.style.cssText = "position:absolute;inset:0";
  place.append(inner);
  const map = new MapLibreMap({
    container: inner,
    style: style ?? basemapStyle(dark),
    center: [4.25, 51.2],
    zoom: 8,
    attributionControl: { compact: true },
    dragRotate: false,
    pitchWithRotate: false,
    // The page around it wants to be scrolled, too.
    cooperativeGestures: true,
    locale: localeOf(words),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  await new Promise<void>((loaded) => map.once("load", () => loaded()));
  addFeatureLayers(map, dark)(features);
  fitTo(map, features);
  showFixTiles(map, `/tiles/fixes.json?studyId=${studyId}`, dark);
  leadToJourneys(map, words);
}

async function featuresOf(studyId: string): Promise<FeatureCollection> {
  const parts = await Promise.all([
    collection("journeys", "track", { studyId, limit: MOST_WAYS }),
    collection("items", "item", { studyId, limit: MOST_POINTS }),
    collection("sightings", "sighting", { studyId, limit: MOST_POINTS }),
  ]);
  return { type: "FeatureCollection", features: parts.flat() };
}

interface Wanted {
  readonly studyId: string;
  readonly limit: number;
}

/** Features as anybody gets them: the browser's cookies say nothing here. */
async function collection(
  id: string,
  kind: string,
  { studyId, limit }: Wanted,
): Promise<readonly Feature[]> {
  const url = `/ogc/collections/${id}/items?f=json&studyId=${studyId}&limit=${limit}`;
  const response = await fetch(url, { credentials: "omit" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const { features }: FeatureCollection = await response.json();
  return features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, kind, code: codeOf(feature) },
  }));
}

function codeOf({ properties }: Feature): unknown {
  return properties?.["code"] ?? properties?.["itemCode"];
}

/** Whoever taps on something gets a way to its journey. */
function leadToJourneys(map: MapLibreMap, words: Words): void {
  map.on("click", ({ point, lngLat }) => {
    const code = featureAt(map, point)?.properties["code"];
    if (typeof code !== "string") return;
    const link = document.createElement("a");
    link.href = `/found?code=${encodeURIComponent(code)}`;
    // Out of the frame, should there be one around us.
    link.target = window.top === window ? "" : "_blank";
    link.rel = "noopener";
    link.textContent = `${words["journey"] ?? ""}: ${code}`;
    new Popup({ closeButton: false }).setLngLat(lngLat).setDOMContent(link).addTo(map);
  });
}

function localeOf(words: Words): Record<string, string> {
  return {
    "NavigationControl.ZoomIn": words["zoomIn"] ?? "",
    "NavigationControl.ZoomOut": words["zoomOut"] ?? "",
    "AttributionControl.ToggleAttribution": words["credits"] ?? "",
    "CooperativeGesturesHandler.MobileHelpText": words["twoFingers"] ?? "",
    "CooperativeGesturesHandler.WindowsHelpText": words["control"] ?? "",
    "CooperativeGesturesHandler.MacHelpText": words["command"] ?? "",
  };
}
