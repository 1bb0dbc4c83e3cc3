import frame from "./frame/nl.json";
import imports from "./import/nl.json";
import items from "./items/nl.json";
import jobs from "./jobs/nl.json";
import journey from "./journey/nl.json";
import list from "./list/nl.json";
import map from "./map/nl.json";
import release from "./release/nl.json";
import releases from "./releases/nl.json";
import river from "./river/nl.json";
import settings from "./settings/nl.json";
import sightings from "./sightings/nl.json";
import trackers from "./trackers/nl.json";
import types from "./types/nl.json";

/** The messages of the lab, one file a view. */
export const messages = {
  ...frame,
  ...imports,
  ...items,
  ...jobs,
  ...list,
  ...map,
  ...release,
  ...releases,
  ...settings,
  ...sightings,
  ...trackers,
  ...types,
  ...river,
  ...journey,
};
