import { EPISODE_ENDS, EPISODE_STATES } from "@zpr/model";
import { EPISODE_FILTERS, type EpisodeProperties } from "@zpr/ports";
import type { Collection, PropertiesOf } from "../collection.ts";

const properties: PropertiesOf<EpisodeProperties> = {
  itemCode: { type: "string", title: "Item code" },
  studyId: { type: "integer", title: "Study" },
  simulated: { type: "boolean", title: "Made up by the simulator" },
  state: { type: "string", title: "What the item did", values: EPISODE_STATES },
  startedAt: { type: "date-time", title: "Beginning" },
  endedAt: { type: "date-time", title: "End" },
  end: { type: "string", title: "What ended it", values: EPISODE_ENDS },
  fromKilometre: { type: "number", title: "River kilometre at the beginning", unit: "km" },
  toKilometre: { type: "number", title: "River kilometre at the end", unit: "km" },
  fixCount: { type: "integer", title: "Positions in it" },
  travelledMetres: { type: "number", title: "Distance drifted", unit: "m" },
};

/** `/ogc/collections/episodes` */
export const episodes: Collection = {
  id: "episodes",
  title: "Episodes",
  description:
    "What items did, stretch by stretch, where it began; strandings at their place. `datetime` asks for episodes that went on then. Members of a study see the stretches too in which somebody had an item. Ids of episodes that go on change.",
  geometry: "Point",
  properties,
  instant: null,
  filters: EPISODE_FILTERS,
  source: (store) => store.episodes,
};
