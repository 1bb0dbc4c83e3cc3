import frame from "./frame/en.json";
import items from "./items/en.json";
import map from "./map/en.json";
import river from "./river/en.json";
import settings from "./settings/en.json";
import sightings from "./sightings/en.json";
import trackers from "./trackers/en.json";

/** The messages of the lab, one file a view. */
export const messages = {
  ...frame,
  ...items,
  ...map,
  ...river,
  ...settings,
  ...sightings,
  ...trackers,
};
