import frame from "./frame/fr.json";
import items from "./items/fr.json";
import list from "./list/fr.json";
import map from "./map/fr.json";
import release from "./release/fr.json";
import settings from "./settings/fr.json";
import sightings from "./sightings/fr.json";
import trackers from "./trackers/fr.json";
import types from "./types/fr.json";

/** The messages of the lab, one file a view. */
export const messages = {
  ...frame,
  ...items,
  ...list,
  ...map,
  ...release,
  ...settings,
  ...sightings,
  ...trackers,
  ...types,
};
