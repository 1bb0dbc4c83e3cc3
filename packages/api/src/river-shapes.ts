import type { RiverGeoJson } from "@zpr/analytics";
import type { RiverOrigin, RiverProblem } from "@zpr/model";
import { Type } from "typebox";
import { Id, nullable, PositionShape, Version } from "./shapes.ts";

/** Rivers come as GeoJSON of any depth; its lines are surveyed, not its shape. */
const GeoJson = Type.Unsafe<RiverGeoJson>(
  Type.Object(
    { type: Type.String() },
    {
      additionalProperties: true,
      description:
        "GeoJSON in WGS 84: LineStrings and MultiLineStrings are centre lines, drawn towards the mouth, with a name in their properties; Polygons and MultiPolygons are wide water and the sea, where items drift further from the lines",
    },
  ),
);

const Origin = Type.Unsafe<RiverOrigin>(
  Type.Object(
    { position: PositionShape, kilometre: Type.Number() },
    { additionalProperties: false, description: "Where kilometres count from; they rise seaward" },
  ),
);

const name = Type.String({ minLength: 1, maxLength: 200 });

/** What makes a river. */
export const drawingFields = {
  name,
  geoJson: GeoJson,
  mouth: Type.Optional(nullable(PositionShape)),
  origin: Type.Optional(nullable(Origin)),
};

const section = {
  name,
  fromKilometre: Type.Number(),
  toKilometre: Type.Number(),
  line: nullable(Type.String({ maxLength: 200 })),
};
/** A stretch of river with a name. */
export const SectionShape = Type.Object({ id: Id, version: Version, ...section });
/** A section on its way in; on all lines unless it names one. */
export const NewSection = Type.Object(
  { ...section, line: Type.Optional(section.line) },
  { additionalProperties: false },
);

const LineReport = Type.Object({
  name: Type.String(),
  lengthMetres: Type.Number(),
  reversed: Type.Boolean({ description: "Turned round, as the mouth is at the other end" }),
  from: PositionShape,
  to: PositionShape,
  kilometresToMouth: nullable(Type.Object({ from: Type.Number(), to: Type.Number() })),
  kilometres: nullable(
    Type.Object(
      { from: Type.Number(), to: Type.Number() },
      { description: "River kilometres at both ends, from the origin" },
    ),
  ),
  into: nullable(Type.Integer({ description: "Number of the line it flows into, from 0" })),
});

/** What a survey says of a drawing. */
export const SurveyShape = Type.Object({
  lines: Type.Array(LineReport),
  waterPolygons: Type.Integer(),
  problems: Type.Unsafe<readonly RiverProblem[]>(
    Type.Array(Type.Object({ kind: Type.String() }, { additionalProperties: true })),
  ),
});

/** A river without its geometry. */
export const RiverShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  name: Type.String(),
  mouth: nullable(PositionShape),
  origin: nullable(Origin),
  lineCount: Type.Integer(),
  sections: Type.Array(SectionShape),
});

/** A river as a map shows it: a feature for each line, and one for each area of water. */
export const RiverGeoJsonShape = Type.Object({
  type: Type.Literal("FeatureCollection"),
  features: Type.Array(
    Type.Object({
      type: Type.Literal("Feature"),
      id: Type.String(),
      geometry: Type.Unknown(),
      properties: Type.Unknown({
        description:
          "kind is line, with name, number, lengthMetres, kilometresToMouth and into; or water",
      }),
    }),
  ),
  properties: RiverShape,
});
