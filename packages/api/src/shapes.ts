import type { FixFlag, Position } from "@zpr/model";
import { type Static, type TSchema, Type } from "typebox";
import type { Problem } from "./problem.ts";

/** A value or null. */
export function nullable<Shape extends TSchema>(shape: Shape) {
  return Type.Union([shape, Type.Null()]);
}

/** WGS 84 degrees, longitude first. */
export const PositionShape = Type.Unsafe<Position>(
  Type.Tuple(
    [Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })],
    { description: "[longitude, latitude], WGS 84 degrees" },
  ),
);

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });
}

/** A UTC instant on its way out: a Date that is written as ISO 8601. */
export const Instant = Type.Unsafe<Date>(Type.String({ format: "date-time" }));

/** A UTC instant on its way in. */
export const InstantText = Type.String({ format: "date-time", description: "ISO 8601 with zone" });

export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });
/** Of a resource that people edit: its ETag, and what an If-Match compares with. */
export const Version = Type.Integer({ description: "Counts what people change; the ETag" });

export const IdParams = Type.Object({ id: Id });

/** Item codes as people type them; forgiven and checked by `codeOf`. */
export const CodeParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) });

/** `west,south,east,north` in WGS 84 degrees. */
export const BoxText = Type.String({
  pattern: "^-?[0-9.]+,-?[0-9.]+,-?[0-9.]+,-?[0-9.]+$",
  description: "west,south,east,north in WGS 84 degrees",
});

/** The problems any researcher's route may answer with. */
export const problems = {
  "4xx": Type.Unsafe<Static<typeof Problem>>(Type.Ref("Problem")),
  "5xx": Type.Unsafe<Static<typeof Problem>>(Type.Ref("Problem")),
};

/** Why a fix is doubted. */
export const Flags = Type.Unsafe<readonly FixFlag[]>(
  Type.Array(Type.String(), { description: "Why this fix is doubted; empty when it is not" }),
);

/** What has become of an item. */
export const ItemStatus = oneOf(["not-released", "released", "lost", "retrieved"]);
