import frame from "./frame/fr.json";
import imports from "./import/fr.json";
import items from "./items/fr.json";
import jobs from "./jobs/fr.json";
import journey from "./journey/fr.json";
import list from "./list/fr.json";
import map from "./map/fr.json";
import release from "./release/fr.json";
import releases from "./releases/fr.json";
import river from "./river/fr.json";
import settings from "./settings/fr.json";
import sightings from "./sightings/fr.json";
import trackers from "./trackers/fr.json";
import types from "./types/fr.json";

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
