import { CONDITIONS, POSITION_SOURCES, PUT_BACK, SURROUNDINGS } from "@zpr/model";
import { SIGHTING_FILTERS, type SightingProperties } from "@zpr/ports";
import type { Collection, PropertiesOf } from "../collection.ts";

const properties: PropertiesOf<SightingProperties> = {
  itemCode: { type: "string", title: "Item code" },
  studyId: { type: "integer", title: "Study" },
  seenAt: { type: "date-time", title: "When it was seen" },
  simulated: { type: "boolean", title: "Made up by the simulator" },
  accuracyMetres: { type: "number", title: "Accuracy of the position", unit: "m" },
  positionSource: {
    type: "string",
    title: "How the position was found",
    values: POSITION_SOURCES,
  },
  surroundings: { type: "string", title: "Where it lay", values: SURROUNDINGS },
  condition: { type: "string", title: "Condition", values: CONDITIONS },
  putBack: { type: "string", title: "What the finder did with it", values: PUT_BACK },
  finderNumber: { type: "integer", title: "First, second, third ... sighting of the item" },
  photoCount: { type: "integer", title: "Photos" },
  note: { type: "string", title: "Note of the finder", members: true },
  locale: { type: "string", title: "Language of the finder", members: true },
  receivedAt: { type: "date-time", title: "When it was received", members: true },
};

/** `/ogc/collections/sightings` */
export const sightings: Collection = {
  id: "sightings",
  title: "Sightings",
  description:
    "Finders' reports of items, without anything about the finder. Reports without a place are left out. `datetime` asks for the time of finding.",
  geometry: "Point",
  properties,
  instant: "seenAt",
  filters: SIGHTING_FILTERS,
  source: (store) => store.sightings,
};
