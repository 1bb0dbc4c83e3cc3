import type { StudyWords } from "./study-words.ts";

/** English. */
export const en: StudyWords = {
  lead: "Where the plastic of this study is, and who found it.",
  simulated: "Simulated: none of this happened.",
  counters: {
    items: "items",
    reports: "reports",
    finders: "finders",
    kilometres: "kilometres travelled",
    alive: "trackers alive",
  },
  map: "Map of the study",
  mapLoading: "The map is on its way …",
  mapFailed: "The map cannot be shown right now. The table has the same places.",
  mapNeedsScript: "The map needs JavaScript. The table has the same places.",
  legend: {
    item: "where an item was last",
    sighting: "seen by a finder",
    track: "the way of a tracker",
  },
  delayed: (hours) =>
    hours === 1
      ? "Positions of trackers are shown an hour late."
      : `Positions of trackers are shown ${hours} hours late.`,
  coarse: (metres) => `Places are shown to about ${metres} metres.`,
  table: "The same as a table: where items were last",
  tableNone: "No item has a place yet.",
  tableMore: (shown) => `The first ${shown}. All of them are in the open data.`,
  columns: {
    item: "Item",
    type: "What it is",
    place: "Longitude, latitude",
    since: "When, and how we know",
  },
  evidence: { release: "its release", fix: "its tracker", sighting: "a finder" },
  latest: "Latest reports",
  latestNone: "Nobody has reported anything yet. Perhaps you will be the first?",
  photoOf: (type, code) => `Photo by a finder: ${type} ${code}`,
  journey: "Its journey",
  condition: {
    "as-new": "As new",
    worn: "Worn, faded",
    damaged: "Broken, torn",
    fragment: "A piece of it",
  },
  surroundings: {
    water: "in the water",
    bank: "on the bank",
    vegetation: "among plants",
    structure: "quay or stones",
    beach: "on the beach",
    elsewhere: "elsewhere",
  },
  help: "Found one of these?",
  helpLines: [
    "Enter its code or scan it: no app, no account, less than a minute.",
    "Put it back exactly where it lay, so that we see where the river takes it next.",
  ],
  report: "Report a find",
  contest: "The contest of this study",
  data: "Open data",
  dataLines: "Items, ways and reports for QGIS, R and others (OGC API - Features)",
  whole: "The whole page",
  noneTitle: "This study has no public page",
  noneLead:
    "It is not public, or there is none with this number. What finders report still reaches the researchers.",
  home: "To the start page",
  controls: {
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    credits: "Sources of the map",
    twoFingers: "Use two fingers to move the map",
    control: "Use Ctrl and the wheel to zoom the map",
    command: "Use ⌘ and the wheel to zoom the map",
  },
};
