import frame from "./frame/fr.json";
import items from "./items/fr.json";
import journey from "./journey/fr.json";
import map from "./map/fr.json";
import settings from "./settings/fr.json";
import sightings from "./sightings/fr.json";
import trackers from "./trackers/fr.json";

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
