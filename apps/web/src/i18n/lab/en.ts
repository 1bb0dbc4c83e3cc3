import frame from "./frame/en.json";
import items from "./items/en.json";
import journey from "./journey/en.json";
import map from "./map/en.json";
import settings from "./settings/en.json";
import sightings from "./sightings/en.json";
import trackers from "./trackers/en.json";

/** The messages of the lab, one file a view. */
export const messages = {
  ...frame,
  ...items,
  ...journey,
  ...map,
  ...settings,
  ...sightings,
  ...trackers,
};
