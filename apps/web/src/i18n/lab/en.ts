import frame from "./frame/en.json";
import items from "./items/en.json";
import list from "./list/en.json";
import map from "./map/en.json";
import release from "./release/en.json";
import settings from "./settings/en.json";
import sightings from "./sightings/en.json";
import trackers from "./trackers/en.json";
import types from "./types/en.json";

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
