import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accuracyOf, better, type PlaceSearch, watchPlace } from "./place-watch.ts";

/** The browser's side of a search, played by hand. */
function phone() {
  let onReading: PositionCallback = () => undefined;
  let onError: PositionErrorCallback | null | undefined;
  const cleared: number[] = [];
  return {
    cleared,
    geolocation: {
      watchPosition(success: PositionCallback, failure?: PositionErrorCallback | null) {
        onReading = success;
        onError = failure;
        return 7;
      },
      clearWatch: (id: number) => void cleared.push(id),
    },
    measure(accuracy: number, age = 0) {
      const coords = { longitude: 4.3, latitude: 51.2, accuracy } as GeolocationCoordinates;
      onReading({ coords, timestamp: Date.now() - age } as GeolocationPosition);
    },
    fail(code: number) {
      onError?.({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError);
    },
  };
}

describe("watchPlace", () => {
  let seen: PlaceSearch[];
  const last = () => seen.at(-1);

  beforeEach(() => {
    vi.useFakeTimers();
    seen = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps the best reading and stops at ten metres", async () => {
    const { geolocation, measure, cleared } = phone();
    watchPlace(geolocation, (search) => seen.push(search));
    measure(80);
    measure(300);
    expect(last()).toMatchObject({ kind: "searching", best: { accuracyMetres: 80 } });
    measure(9);
    expect(last()).toMatchObject({ kind: "found", best: { accuracyMetres: 9 } });
    measure(3);
    await Promise.resolve();
    expect(last()).toMatchObject({ best: { accuracyMetres: 9 } });
    expect(cleared).toEqual([7]);
  });

  it("ends after twenty seconds with the best there was", () => {
    const { geolocation, measure } = phone();
    watchPlace(geolocation, (search) => seen.push(search));
    measure(60);
    vi.advanceTimersByTime(8000);
    expect(last()).toMatchObject({ kind: "searching", slow: true });
    vi.advanceTimersByTime(12_000);
    expect(last()).toMatchObject({ kind: "found", best: { accuracyMetres: 60 } });
  });

  it("fails when nothing but an old position came", () => {
    const { geolocation, measure } = phone();
    watchPlace(geolocation, (search) => seen.push(search));
    measure(5, 61_000);
    vi.advanceTimersByTime(20_000);
    expect(last()).toEqual({ kind: "failed" });
  });

  it("tells a refusal at once, and goes on after a mere failure", () => {
    const { geolocation, fail, measure } = phone();
    watchPlace(geolocation, (search) => seen.push(search));
    fail(2);
    measure(30);
    expect(last()).toMatchObject({ kind: "searching", best: { accuracyMetres: 30 } });
    fail(1);
    expect(last()).toEqual({ kind: "refused" });
  });

  it("says nothing more once it is cancelled", () => {
    const { geolocation, measure } = phone();
    const watch = watchPlace(geolocation, (search) => seen.push(search));
    watch.cancel();
    measure(5);
    vi.advanceTimersByTime(20_000);
    expect(seen).toEqual([{ kind: "searching", best: null, slow: false }]);
  });

  it("can be told that it is good enough", () => {
    const { geolocation, measure } = phone();
    const watch = watchPlace(geolocation, (search) => seen.push(search));
    measure(40);
    watch.stop();
    expect(last()).toMatchObject({ kind: "found", best: { accuracyMetres: 40 } });
  });
});

describe("accuracy", () => {
  it("is good to 20 m, fair to 100 m and poor beyond", () => {
    expect([20, 20.1, 100, 101].map(accuracyOf)).toEqual(["good", "fair", "fair", "poor"]);
  });

  it("prefers the newer of two equals", () => {
    const old = { position: [4, 51], accuracyMetres: 8, time: 0 } as const;
    expect(better(old, { ...old, time: 1000 }, 1000)?.time).toBe(1000);
  });
});
