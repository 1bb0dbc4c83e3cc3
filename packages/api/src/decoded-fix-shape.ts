import type { Fix } from "@zpr/model";
import { Type } from "typebox";
import { Instant, nullable, oneOf, PositionShape } from "./shapes.ts";

const number = nullable(Type.Number());
/** What a decoder or codec makes of a record, before it is judged. */
export const DecodedFixShape = Type.Object({
  time: Instant,
  position: nullable(PositionShape),
  quality: oneOf(["valid", "stale", "none", "network"]),
  altitudeMetres: number,
  speedMetresPerSecond: number,
  headingDegrees: number,
  satellites: number,
  hdop: number,
  accuracyMetres: number,
  batteryVolts: number,
  batteryPercent: number,
  attributes: Type.Unsafe<Fix["attributes"]>(Type.Record(Type.String(), Type.Unknown())),
});
