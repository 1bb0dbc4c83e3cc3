import { LOCALES } from "@zpr/model";
import { type LocalText, SEED_ORIGINS } from "@zpr/ports";
import { Type } from "typebox";
import { Id, Instant, InstantText, nullable, oneOf, Version } from "./shapes.ts";

/** A text by language, in at least so many. */
export function texts(maxLength: number, minProperties = 1) {
  const one = Type.Optional(Type.String({ minLength: 1, maxLength }));
  const properties = Object.fromEntries(LOCALES.map((locale) => [locale, one]));
  return Type.Unsafe<LocalText>(
    Type.Object(properties, {
      // Rather than leaving out a language we do not speak.
      propertyNames: { enum: LOCALES },
      minProperties,
      description: 'By language: {"nl": "...", "fr": "..."}',
    }),
  );
}

const fields = {
  title: texts(200),
  rules: texts(20_000),
  prizes: Type.Unsafe<readonly LocalText[]>(
    Type.Array(texts(500), {
      minItems: 1,
      maxItems: 100,
      description: "The first for the first ticket drawn, and so on",
    }),
  ),
  retentionDays: Type.Integer({
    minimum: 1,
    maximum: 365,
    description: "How many days after the draw names and addresses are kept",
  }),
  seedHash: nullable(
    Type.String({
      pattern: "^[0-9a-f]{64}$",
      description: "SHA-256, hex, of the seed that the draw will be made with",
    }),
  ),
};

/** What an owner announces. */
export const ContestRulesShape = Type.Object(
  {
    ...fields,
    opensAt: InstantText,
    closesAt: InstantText,
    retentionDays: Type.Integer({ ...fields.retentionDays, default: 90 }),
    seedHash: Type.Optional(fields.seedHash),
  },
  { additionalProperties: false },
);

const Winner = Type.Object({
  place: Type.Integer({ description: "1 is the first ticket drawn" }),
  ticket: Type.String(),
  prize: texts(500),
});

export const CONTEST_STATES = ["announced", "open", "closed", "drawn"] as const;
/** What anybody may know of a contest. */
export const ContestShape = Type.Object({
  studyId: Id,
  version: Version,
  ...fields,
  opensAt: Instant,
  closesAt: Instant,
  state: oneOf(CONTEST_STATES),
  ticketCount: Type.Integer(),
  erasedAt: nullable(Instant),
  draw: nullable(
    Type.Object({
      seed: Type.String(),
      seedOrigin: oneOf(SEED_ORIGINS),
      drawnAt: Instant,
      winners: Type.Array(Winner),
    }),
  ),
});

/** Who won, for those who hand out the prizes. */
export const WinnerContact = Type.Object({
  ...Winner.properties,
  itemCode: nullable(Type.String()),
  locale: nullable(oneOf(LOCALES)),
  name: nullable(Type.String()),
  email: nullable(Type.String()),
});
