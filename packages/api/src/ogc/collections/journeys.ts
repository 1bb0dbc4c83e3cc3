import { JOURNEY_FILTERS, type JourneyProperties } from "@zpr/ports";
import type { Collection, PropertiesOf } from "../collection.ts";

const properties: PropertiesOf<JourneyProperties> = {
  itemCode: { type: "string", title: "Item code" },
  studyId: { type: "integer", title: "Study" },
  itemType: { type: "string", title: "Item type" },
  simulated: { type: "boolean", title: "Made up by the simulator" },
  startedAt: { type: "date-time", title: "Time of the first position" },
  endedAt: { type: "date-time", title: "Time of the last position" },
  fixCount: { type: "integer", title: "Positions in the line" },
};

/** `/ogc/collections/journeys` */
export const journeys: Collection = {
  id: "journeys",
  title: "Journeys",
  description:
    "The way of each item that carries or carried a tracker, as one line through its fixes in time order, without the doubtful ones. `datetime` asks for journeys that were under way.",
  geometry: "LineString",
  properties,
  instant: null,
  filters: JOURNEY_FILTERS,
  source: (store) => store.journeys,
};
