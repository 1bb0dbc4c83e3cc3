import frame from "./frame/de.json";
import imports from "./import/de.json";
import items from "./items/de.json";
import jobs from "./jobs/de.json";
import journey from "./journey/de.json";
import list from "./list/de.json";
import map from "./map/de.json";
import release from "./release/de.json";
import releases from "./releases/de.json";
import river from "./river/de.json";
import settings from "./settings/de.json";
import sightings from "./sightings/de.json";
import trackers from "./trackers/de.json";
import types from "./types/de.json";

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
