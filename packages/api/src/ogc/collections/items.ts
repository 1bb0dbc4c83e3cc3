import { ITEM_FILTERS, type ItemProperties } from "@zpr/ports";
import type { Collection, PropertiesOf } from "../collection.ts";

const properties: PropertiesOf<ItemProperties> = {
  code: { type: "string", title: "Item code" },
  studyId: { type: "integer", title: "Study" },
  itemType: { type: "string", title: "Item type" },
  material: { type: "string", title: "Material" },
  status: {
    type: "string",
    title: "Status",
    values: ["not-released", "released", "lost", "retrieved"],
  },
  simulated: { type: "boolean", title: "Made up by the simulator" },
  evidence: {
    type: "string",
    title: "What the place is known from",
    values: ["release", "fix", "sighting"],
  },
  lastAt: { type: "date-time", title: "When it was there" },
  releasedAt: { type: "date-time", title: "When it was released" },
  releasePlace: { type: "string", title: "Where it was released" },
  trackerId: { type: "integer", title: "Tracker it carries now" },
  travelledMetres: { type: "number", title: "Travelled distance", unit: "m" },
  netMetres: { type: "number", title: "Net displacement", unit: "m" },
  sightingCount: { type: "integer", title: "Sightings so far" },
  note: { type: "string", title: "Note", members: true },
};

/** `/ogc/collections/items` */
export const items: Collection = {
  id: "items",
  title: "Items",
  description:
    "Tagged plastic objects, each where it was last known to be: by its tracker, a finder, or the place of release. Items without a known place are left out. `datetime` asks for the time of that last evidence.",
  geometry: "Point",
  properties,
  instant: "lastAt",
  filters: ITEM_FILTERS,
  source: (store) => store.items,
};
