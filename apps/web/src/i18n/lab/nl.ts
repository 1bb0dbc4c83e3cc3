import frame from "./frame/nl.json";
import items from "./items/nl.json";
import map from "./map/nl.json";
import river from "./river/nl.json";
import settings from "./settings/nl.json";
import sightings from "./sightings/nl.json";
import trackers from "./trackers/nl.json";

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
