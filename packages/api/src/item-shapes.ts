import { Type } from "typebox";
import { Id, Instant, ItemStatus, nullable, oneOf, PositionShape, Version } from "./shapes.ts";

export const ItemNote = Type.String({ maxLength: 10_000 });
export const ItemName = Type.String({ maxLength: 200 });
/** An item with what is known of it now. */
export const ItemShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  code: Type.String(),
  name: Type.String({ description: "What researchers call it; may be empty" }),
  itemTypeId: Id,
  releaseId: nullable(Id),
  status: ItemStatus,
  note: ItemNote,
  trackerId: nullable(Id),
  lastPosition: nullable(PositionShape),
  lastAt: nullable(Instant),
  lastEvidence: nullable(oneOf(["release", "fix", "sighting"])),
  travelledMetres: Type.Number(),
  netMetres: Type.Number(),
  sightingCount: Type.Integer(),
});
