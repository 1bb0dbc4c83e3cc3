import { isOnGlobe, type Position } from "@zpr/model";
import type { Place } from "./report-draft.ts";

const EARTH_RADIUS_METRES = 6_371_000;
/** What two phones may say of one spot. */
const SAME_SPOT_METRES = 100;

/** Where a photo was taken, as its camera wrote into it; nothing where it did not, or a browser took it out. */
export async function photoPlace(file: Blob): Promise<Position | undefined> {
  try {
    const { gps } = await import("exifr/dist/lite.esm.mjs");
    const { longitude, latitude } = await gps(await file.arrayBuffer());
    const place = [longitude, latitude] as const;
    const isKnown = Number.isFinite(longitude) && Number.isFinite(latitude) && isOnGlobe(place);
    // Cameras without a reading write zeros.
    return isKnown && (longitude !== 0 || latitude !== 0) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** What a photo's own place adds to what is known: a place at all, or another one so many metres off. */
export type PhotoPlaceOffer =
  | { readonly kind: "alone" }
  | { readonly kind: "apart"; readonly metres: number };

/** Whether to ask if a photo's place is meant; not when it says the same as what is known. */
export function photoPlaceOffer(
  photo: Position,
  { position, accuracyMetres }: Pick<Place, "position" | "accuracyMetres">,
): PhotoPlaceOffer | undefined {
  if (!position) return { kind: "alone" };
  const metres = metresBetween(photo, position);
  const same = Math.max(SAME_SPOT_METRES, 2 * (accuracyMetres ?? 0));
  return metres > same ? { kind: "apart", metres } : undefined;
}

/** Metres along a great circle; near enough on a sphere. */
export function metresBetween(one: Position, other: Position): number {
  const north = radians(other[1] - one[1]);
  const east = radians(other[0] - one[0]);
  const haversine =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one[1])) * Math.cos(radians(other[1])) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(haversine));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
