import { Type } from "typebox";
import { Id } from "./shapes.ts";

const MOST_TRACKERS = 1000;

const Action = Type.Union([
  Type.Object({
    name: Type.Literal("set-interval"),
    seconds: Type.Integer({ minimum: 1, maximum: 604_800, description: "Between reports" }),
  }),
  Type.Object({ name: Type.Literal("locate-now") }),
  Type.Object({ name: Type.Literal("reboot") }),
  Type.Object({ name: Type.Literal("read-settings") }),
]);

/** Which trackers are to be told what. */
export const wantedFields = {
  trackerIds: Type.Array(Id, { minItems: 1, maxItems: MOST_TRACKERS, uniqueItems: true }),
  action: Type.Optional(Action),
  text: Type.Optional(
    Type.String({ minLength: 1, maxLength: 4000, description: "In the tracker's own language" }),
  ),
};
