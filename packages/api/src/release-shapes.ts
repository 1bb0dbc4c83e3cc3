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
  itemCodes: ItemCodes,
});

const REFUSALS = {
  "code-unknown": "the study has no items with these codes",
  "already-released": "these items were released before",
};

/** A release that was recorded; a refusal ends the request with its reason. */
export function unlessRefused(outcome: Release | ReleaseRefusal): Release {
  if ("refused" in outcome)
    throw new ProblemError("conflict", {
      detail: `${REFUSALS[outcome.refused]}: ${outcome.codes.join(", ")}`,
    });
  return outcome;
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
