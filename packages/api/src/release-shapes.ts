import { type ItemCode, parseItemCode } from "@zpr/model";
import type { Release, ReleaseRefusal } from "@zpr/ports";
import { Type } from "typebox";
import { ProblemError } from "./problem.ts";
import { Id, Instant, nullable, PositionShape, Version } from "./shapes.ts";

export const Place = Type.String({ minLength: 1, maxLength: 200 });
export const ReleaseNote = Type.String({ maxLength: 10_000 });
export const ItemCodes = Type.Unsafe<readonly string[]>(
  Type.Array(Type.String(), { maxItems: 5000 }),
);

const pixels = nullable(
  Type.Integer({ description: "null while the photo is kept and cannot be shown yet" }),
);
export const TideLagMinutes = Type.Number({
  minimum: -720,
  maximum: 720,
  description: "By which high water there comes behind that of the tide station",
});

/** A release as the API shows it. */
export const ReleaseShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  place: Place,
  position: PositionShape,
  releasedAt: Instant,
  endedAt: nullable(Instant),
  note: ReleaseNote,
  tideLagMinutes: nullable(TideLagMinutes),
  itemCodes: ItemCodes,
  photos: Type.Unsafe<Release["photos"]>(
    Type.Array(Type.Object({ n: Type.Integer(), width: pixels, height: pixels })),
  ),
});

const REFUSALS = {
  "code-unknown": "the study has no items with these codes",
  "already-released": "these items were released before",
};

/** A release that was recorded; a refusal ends the request with its reason. */
export function unlessRefused(outcome: Release | ReleaseRefusal): Release {
  return "refused" in outcome ? refuse(outcome) : outcome;
}

/** Ends the request with the reason of a refusal and the codes it is about. */
export function refuse({ refused, codes }: ReleaseRefusal): never {
  throw new ProblemError("conflict", {
    detail: `${REFUSALS[refused]}: ${codes.join(", ")}`,
    codes,
  });
}

/** Item codes as somebody typed them; the first that is none ends the request. */
export function readCodes(texts: readonly string[]): readonly ItemCode[] {
  return texts.map(readCode);
}

function readCode(text: string): ItemCode {
  const code = parseItemCode(text);
  if (!code)
    throw new ProblemError("request-invalid", {
      detail: `${JSON.stringify(text)} is not a valid item code`,
    });
  return code;
}
