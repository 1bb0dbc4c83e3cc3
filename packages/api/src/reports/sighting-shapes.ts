import {
  CONDITIONS,
  LOCALES,
  POSITION_SOURCES,
  PUT_BACK,
  REVIEWS,
  SIGHTING_NOTES,
  SURROUNDINGS,
  SUSPICIONS,
} from "@zpr/model";
import type { Sighting, SightingPhoto } from "@zpr/ports";
import { Type } from "typebox";
import { Id, Instant, InstantText, nullable, oneOf, PositionShape, Version } from "../shapes.ts";

const report = {
  id: Type.String({
    format: "uuid",
    description: "Made by the phone; the same id again is the same report",
  }),
  position: nullable(PositionShape),
  accuracyMetres: nullable(Type.Number({ minimum: 0 })),
  positionSource: oneOf(POSITION_SOURCES),
  surroundings: oneOf(SURROUNDINGS),
  condition: oneOf(CONDITIONS),
  putBack: oneOf(PUT_BACK),
  locale: oneOf(LOCALES),
};
const note = Type.String({ maxLength: 4000 });
const Contact = Type.Object(
  {
    email: Type.Optional(Type.String({ format: "email", maxLength: 254 })),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    newsConsent: Type.Optional(Type.Boolean()),
    contestConsent: Type.Optional(Type.Boolean()),
    questionsConsent: Type.Optional(
      Type.Boolean({ description: "Researchers may write and ask about the report" }),
    ),
  },
  { additionalProperties: false },
);
/** A report as phones send it. */
export const NewSighting = Type.Object(
  {
    ...report,
    seenAt: InstantText,
    position: Type.Optional(report.position),
    accuracyMetres: Type.Optional(report.accuracyMetres),
    note: Type.Optional(nullable(note)),
    contact: Type.Optional(nullable(Contact)),
    website: Type.Optional(
      Type.String({
        maxLength: 4000,
        description:
          "Leave it out: no person sees this field, and what fills it is looked at first",
      }),
    ),
  },
  { additionalProperties: false },
);
const photoSize = { n: Type.Integer(), width: Type.Integer(), height: Type.Integer() };
const fraction = Type.Number({ minimum: 0, maximum: 1 });
/** Parts of a picture that are blurred. */
export const Regions = Type.Array(
  Type.Object({ x: fraction, y: fraction, width: fraction, height: fraction }),
  { maxItems: 20, description: "In fractions of the picture, from its upper left corner" },
);
/** What a phone is told when its report is kept. */
export const Receipt = Type.Object({
  id: report.id,
  code: Type.String(),
  finderNumber: Type.Integer({ description: "First, second, third ... report of this item" }),
  receivedAt: Instant,
  photos: Type.Unsafe<readonly Pick<SightingPhoto, "n" | "width" | "height">[]>(
    Type.Array(Type.Object(photoSize)),
  ),
  notes: Type.Unsafe<Sighting["notes"]>(
    Type.Array(Type.String({ enum: [...SIGHTING_NOTES] }), {
      description: "What its finder should be told; the report is kept all the same",
    }),
  ),
});
/** A report as researchers see it. */
export const SightingShape = Type.Object({
  ...report,
  version: Version,
  itemCode: Type.String(),
  seenAt: Instant,
  receivedAt: Instant,
  note: nullable(note),
  finderNumber: Type.Integer(),
  studyId: nullable(Id),
  photos: Type.Unsafe<Sighting["photos"]>(
    Type.Array(
      Type.Object({
        ...photoSize,
        version: Type.Integer({ description: "Another one for other bytes" }),
        checked: Type.Boolean({ description: "Somebody has decided about it" }),
        hidden: Type.Boolean({ description: "For editors only" }),
        public: Type.Boolean({
          description:
            "Anybody may see it once its report is accepted, in a study that publishes photos",
        }),
        blur: Regions,
      }),
    ),
  ),
  photosNotShown: Type.Integer({
    description: "Photos that are kept as they came, as they cannot be decoded yet",
  }),
  simulated: Type.Boolean(),
  notes: Receipt.properties.notes,
  suspicious: Type.Unsafe<Sighting["suspicious"]>(
    Type.Array(Type.String({ enum: [...SUSPICIONS] }), {
      description: "Why somebody should look at it before others see it",
    }),
  ),
  review: oneOf(REVIEWS),
  noteHidden: Type.Boolean({ description: "Its note is for editors only" }),
  mergedInto: nullable(
    Type.String({
      description: "The report of the same find that counts in place of this one",
    }),
  ),
  corrected: Type.Boolean({ description: "What counts differs from what the finder said" }),
  question: oneOf(["none", "open", "answered"]),
});

/** Which photo of which sighting. */
export const PhotoParams = Type.Object({
  id: report.id,
  n: Type.Integer({ minimum: 1, maximum: 5 }),
});
