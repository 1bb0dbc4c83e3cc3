import { CONDITIONS, POSITION_SOURCES, PUT_BACK, SURROUNDINGS } from "@zpr/model";
import { DECISION_KINDS, type OriginalReport, type StatePatch } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { Instant, InstantText, nullable, oneOf, PositionShape } from "../shapes.ts";
import { Regions, SightingShape } from "./sighting-shapes.ts";

const uuid = Type.String({ format: "uuid" });
const asked = {
  id: Type.String({
    format: "uuid",
    description: "Made by who asks; the same id again changes nothing",
  }),
  reason: Type.Optional(nullable(Type.String({ maxLength: 2000 }))),
};
const strict = { additionalProperties: false };
const Values = Type.Partial(
  Type.Object({
    seenAt: InstantText,
    position: nullable(PositionShape),
    accuracyMetres: nullable(Type.Number({ minimum: 0 })),
    positionSource: oneOf(POSITION_SOURCES),
    surroundings: oneOf(SURROUNDINGS),
    condition: oneOf(CONDITIONS),
    putBack: oneOf(PUT_BACK),
    noteHidden: Type.Boolean(),
  }),
  strict,
);

/** What somebody decides of a report. */
export const NewDecision = Type.Union([
  Type.Object({ ...asked, kind: oneOf(["accept", "reject", "mark", "clear"]) }, strict),
  Type.Object({ ...asked, kind: oneOf(["correct"]), values: Values }, strict),
  Type.Object({ ...asked, kind: oneOf(["move"]), itemCode: Type.String() }, strict),
  Type.Object({ ...asked, kind: oneOf(["merge"]), into: uuid }, strict),
  Type.Object(
    {
      ...asked,
      kind: oneOf(["photo"]),
      n: Type.Integer({ minimum: 1, maximum: 5 }),
      version: Type.Integer({ description: "Of the photo that was looked at" }),
      hidden: Type.Optional(Type.Boolean()),
      public: Type.Optional(Type.Boolean()),
      blur: Type.Optional(Regions),
    },
    strict,
  ),
  Type.Object({ ...asked, kind: oneOf(["undo"]), decision: uuid }, strict),
]);

/** A question to a finder, as it is asked. */
export const NewQuestion = Type.Object(
  { id: asked.id, text: Type.String({ minLength: 1, maxLength: 2000 }) },
  strict,
);
/** A question with what became of it. */
export const QuestionShape = Type.Object({
  id: uuid,
  text: Type.String(),
  askedAt: Instant,
  askedBy: Type.String(),
  answer: nullable(Type.String()),
  answeredAt: nullable(Instant),
  withdrawnAt: nullable(Instant),
});
const Patch = Type.Unsafe<StatePatch>(
  Type.Object(
    {},
    { additionalProperties: true, description: "Members of the report that the decision changed" },
  ),
);
const DecisionShape = Type.Object({
  id: uuid,
  kind: oneOf(DECISION_KINDS),
  at: Instant,
  by: Type.String(),
  reason: nullable(Type.String()),
  from: Patch,
  to: Patch,
  undoes: nullable(uuid),
  undone: Type.Boolean(),
});
const Original = Type.Unsafe<OriginalReport>(
  Type.Object({
    itemCode: Type.String(),
    seenAt: InstantText,
    position: SightingShape.properties.position,
    accuracyMetres: SightingShape.properties.accuracyMetres,
    positionSource: SightingShape.properties.positionSource,
    surroundings: SightingShape.properties.surroundings,
    condition: SightingShape.properties.condition,
    putBack: SightingShape.properties.putBack,
    notes: SightingShape.properties.notes,
  }),
);
/** One report with all that was decided and asked. */
export const SightingDetail = Type.Object({
  ...SightingShape.properties,
  original: nullable(Original),
  decisions: Type.Unsafe<readonly Static<typeof DecisionShape>[]>(Type.Array(DecisionShape)),
  questions: Type.Unsafe<readonly Static<typeof QuestionShape>[]>(Type.Array(QuestionShape)),
  duplicates: Type.Unsafe<readonly string[]>(Type.Array(uuid)),
  mayAsk: Type.Boolean({ description: "Whether its finder can be written to" }),
});
