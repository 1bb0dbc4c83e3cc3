import type { Locale } from "@zpr/model";
import type { Release } from "../lab-api.ts";
import { instantText } from "../time/instant-text.ts";

/** A release among others of its place: place and time. */
export function releaseTitle(
  { place, releasedAt }: Release,
  locale: Locale,
  inUtc: boolean,
): string {
  return `${place}, ${instantText(releasedAt, locale, inUtc)}`;
}
