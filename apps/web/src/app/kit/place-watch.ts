import type { Position } from "@zpr/model";

/** A position as the phone measured it: accuracy in metres, time in ms since 1970. */
export interface Reading {
  readonly position: Position;
  readonly accuracyMetres: number;
  readonly time: number;
}

/** How far the search for a position has come. */
export type PlaceSearch =
  | { readonly kind: "idle" }
  | { readonly kind: "searching"; readonly best: Reading | null; readonly slow: boolean }
  | { readonly kind: "found"; readonly best: Reading }
  | { readonly kind: "refused" }
  | { readonly kind: "failed" };

/** How much a position is worth: good up to 20 m, fair up to 100 m, else poor. */
export type Accuracy = "good" | "fair" | "poor";

const ENOUGH_METRES = 10;
const SEARCH_MS = 20_000;
const SLOW_MS = 8_000;
/** iOS hands out positions of minutes ago as if they were new. */
const STALE_MS = 60_000;

/** How much a position of this accuracy (metres) is worth. */
export function accuracyOf(metres: number): Accuracy {
  if (metres <= 20) return "good";
  return metres <= 100 ? "fair" : "poor";
}

/** The better of two readings; a stale one is none. */
export function better(best: Reading | null, next: Reading, now: number): Reading | null {
  if (now - next.time > STALE_MS) return best;
  return !best || next.accuracyMetres <= best.accuracyMetres ? next : best;
}

/** A search that is going on. */
export interface PlaceWatch {
  /** Ends the search with the best reading so far. */
  stop(): void;
  /** Ends the search and says nothing more. */
  cancel(): void;
}

/** Follows the phone's position, keeping the best, until it is within 10 m or 20 s have passed. */
export function watchPlace(
  geolocation: Pick<Geolocation, "watchPosition" | "clearWatch">,
  onChange: (search: PlaceSearch) => void,
): PlaceWatch {
  let best: Reading | null = null;
  let slow = false;
  let over = false;
  const timers = [setTimeout(stop, SEARCH_MS), setTimeout(growSlow, SLOW_MS)];
  const options = { enableHighAccuracy: true, maximumAge: 0, timeout: SEARCH_MS };
  onChange({ kind: "searching", best, slow });
  const watch = geolocation.watchPosition(take, fail, options);
  return { stop, cancel };

  function take({ coords, timestamp }: GeolocationPosition): void {
    const reading = {
      position: [coords.longitude, coords.latitude] as const,
      accuracyMetres: coords.accuracy,
      time: timestamp,
    };
    best = better(best, reading, Date.now());
    if (best && best.accuracyMetres <= ENOUGH_METRES) stop();
    else if (!over) onChange({ kind: "searching", best, slow });
  }

  function fail({ code, PERMISSION_DENIED }: GeolocationPositionError): void {
    // Anything but a refusal may still be followed by a position.
    if (code === PERMISSION_DENIED) end({ kind: "refused" });
  }

  function growSlow(): void {
    slow = true;
    if (!over) onChange({ kind: "searching", best, slow });
  }

  function stop(): void {
    end(best ? { kind: "found", best } : { kind: "failed" });
  }

  function cancel(): void {
    over = true;
    timers.forEach(clearTimeout);
    // A phone may answer before it has told the number of the watch.
    queueMicrotask(() => geolocation.clearWatch(watch));
  }

  function end(search: PlaceSearch): void {
    if (over) return;
    cancel();
    onChange(search);
  }
}
