import type { Position } from "@zpr/model";

/** Where the phone is, to so many metres. */
interface PhonePosition {
  readonly position: Position;
  readonly accuracyMetres: number;
}

const PATIENCE_MS = 8_000;
const FRESH_MS = 15_000;

/** Where the phone is now; undefined when it does not say in time. */
export function phonePosition(): Promise<PhonePosition | undefined> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          position: [coords.longitude, coords.latitude],
          accuracyMetres: coords.accuracy,
        }),
      () => resolve(undefined),
      { enableHighAccuracy: true, maximumAge: FRESH_MS, timeout: PATIENCE_MS },
    );
  });
}
