import type { TideLags } from "@zpr/ports";
import { Type } from "typebox";
import { Id, Instant, PositionShape, Version } from "./shapes.ts";

const name = Type.String({ minLength: 1, maxLength: 200 });

/** A series without its levels. */
export const SeriesShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  name,
  position: PositionShape,
  startsAt: Instant,
  endsAt: Instant,
  levelCount: Type.Integer(),
});

/** A series on its way in. */
export const NewSeries = Type.Object(
  {
    studyId: Id,
    name,
    position: PositionShape,
    csv: Type.String({
      maxLength: 20_000_000,
      description:
        "Time and level in metres in the first two columns, by comma, semicolon or tab; ISO 8601, UTC where there is no zone; a head is left out",
    }),
  },
  { additionalProperties: false },
);

/** Levels of a span, thinned out where there are more than anybody can see. */
export const LevelsShape = Type.Array(
  Type.Object({
    time: Instant,
    levelMetres: Type.Number({ description: "Above the zero of the gauge" }),
  }),
);

const Lags = Type.Unsafe<TideLags["lags"]>(
  Type.Array(Type.Tuple([Type.Number(), Type.Number({ minimum: -720, maximum: 720 })]), {
    maxItems: 1000,
    description: "Pairs of river kilometre and minutes behind the station, by rising kilometre",
  }),
);
const station = Type.String({
  minLength: 1,
  maxLength: 200,
  description: "Id of a predicted station, or series/ and that of a series of the study",
});

export const LagsShape = Type.Object({ studyId: Id, version: Version, station, lags: Lags });
export const NewLags = Type.Object({ station, lags: Lags }, { additionalProperties: false });
