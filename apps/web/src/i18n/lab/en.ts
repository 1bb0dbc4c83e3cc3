import frame from "./frame/en.json";
import imports from "./import/en.json";
import items from "./items/en.json";
import jobs from "./jobs/en.json";
import journey from "./journey/en.json";
import list from "./list/en.json";
import map from "./map/en.json";
import release from "./release/en.json";
import releases from "./releases/en.json";
import river from "./river/en.json";
import settings from "./settings/en.json";
import sightings from "./sightings/en.json";
import trackers from "./trackers/en.json";
import types from "./types/en.json";

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
