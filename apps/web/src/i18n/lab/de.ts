import frame from "./frame/de.json";
import items from "./items/de.json";
import list from "./list/de.json";
import map from "./map/de.json";
import release from "./release/de.json";
import settings from "./settings/de.json";
import sightings from "./sightings/de.json";
import trackers from "./trackers/de.json";
import types from "./types/de.json";

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
