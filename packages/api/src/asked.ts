import { type BoundingBox, type ItemCode, nearbyItemCodes, parseItemCode } from "@zpr/model";
import { type ItemStore, readableStudies, type StudyScope } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "./problem.ts";

/** The studies a list is about: the one asked for, or all that the caller may read. */
export function scopeOf({ caller }: FastifyRequest, studyId: number | undefined): StudyScope {
  const readable = readableStudies(caller);
  if (studyId === undefined) return readable;
  if (readable !== "all" && !readable.includes(studyId)) throw new ProblemError("not-found");
  return [studyId];
}

/** The item code somebody typed; a slip ends the request with the code that was probably meant. */
export async function codeOf(text: string, itemStore: ItemStore): Promise<ItemCode> {
  return parseItemCode(text) ?? Promise.reject(await unknownItem(text, itemStore));
}

/** More than these are no help to somebody who compares a label. */
const MOST_SUGGESTIONS = 3;

/** The problem of a code that belongs to no item, with the likeliest corrections. */
export async function unknownItem(text: string, itemStore: ItemStore): Promise<ProblemError> {
  const suggestions = await likelyCodes(text, itemStore);
  const [suggestion] = suggestions;
  return new ProblemError("item-unknown", {
    detail: `compare the code ${JSON.stringify(text)} with the label`,
    ...(suggestion && { suggestions }),
    ...(suggestion && suggestions.length === 1 && { suggestion }),
  });
}

/** Released items whose codes are one slip away from what somebody typed; none when there are too many to tell. */
async function likelyCodes(text: string, itemStore: ItemStore): Promise<readonly ItemCode[]> {
  const likely = await itemStore.released(nearbyItemCodes(text));
  return likely.length > MOST_SUGGESTIONS ? [] : likely;
}

/** The box in a query, already checked to be four numbers. */
export function boxOf(text: string): BoundingBox {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text
    .split(",")
    .map(Number);
  if (![west, south, east, north].every(Number.isFinite) || south > north)
    throw new ProblemError("request-invalid", {
      detail: "bbox is west,south,east,north in WGS 84 degrees",
    });
  return [west, south, east, north];
}
