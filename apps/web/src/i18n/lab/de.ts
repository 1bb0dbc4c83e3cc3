import frame from "./frame/de.json";
import items from "./items/de.json";
import journey from "./journey/de.json";
import map from "./map/de.json";
import settings from "./settings/de.json";
import sightings from "./sightings/de.json";
import trackers from "./trackers/de.json";

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
