import { FIX_FILTERS, type FixProperties } from "@zpr/ports";
import type { Collection, PropertiesOf } from "../collection.ts";

const properties: PropertiesOf<FixProperties> = {
  trackerId: { type: "integer", title: "Tracker" },
  itemCode: { type: "string", title: "Code of the item the tracker was in" },
  studyId: { type: "integer", title: "Study" },
  time: { type: "date-time", title: "When the tracker was there, by its own clock" },
  simulated: { type: "boolean", title: "Made up by the simulator" },
  altitudeMetres: { type: "number", title: "Altitude", unit: "m" },
  speedMetresPerSecond: { type: "number", title: "Speed over ground", unit: "m/s" },
  headingDegrees: { type: "number", title: "Heading, clockwise from north", unit: "°" },
  satellites: { type: "integer", title: "Satellites used" },
  hdop: { type: "number", title: "Horizontal dilution of precision" },
  accuracyMetres: { type: "number", title: "Stated accuracy", unit: "m" },
  network: { type: "boolean", title: "From cells, Wi-Fi or satellites' Doppler, not GNSS" },
  batteryVolts: { type: "number", title: "Battery", unit: "V" },
  batteryPercent: { type: "number", title: "Battery", unit: "%" },
  flags: { type: "strings", title: "Quality flags: why the fix is doubted", members: true },
  rawMessageId: { type: "integer", title: "Raw message it was decoded from", members: true },
  receivedAt: { type: "date-time", title: "When it was received", members: true },
};

/** `/ogc/collections/fixes` */
export const fixes: Collection = {
  id: "fixes",
  title: "Fixes",
  description:
    "Positions that trackers reported while they were in an item, without the doubtful ones. Members of a study see every fix of its trackers that has a position, the flagged ones too. `datetime` asks for the tracker's time.",
  geometry: "Point",
  properties,
  instant: "time",
  filters: FIX_FILTERS,
  source: (store) => store.fixes,
};
