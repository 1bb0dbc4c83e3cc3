import frame from "./frame/nl.json";
import items from "./items/nl.json";
import journey from "./journey/nl.json";
import map from "./map/nl.json";
import settings from "./settings/nl.json";
import sightings from "./sightings/nl.json";
import trackers from "./trackers/nl.json";

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
