import type { Position } from "@zpr/model";
import { describe, expect, it } from "vitest";
import { openTideDatabase } from "./tide-database.ts";
import type { TideTurn } from "./tide-station.ts";

const database = await openTideDatabase();
const FROM = Date.parse("2026-06-01T00:00:00Z");
const YEAR = 365 * 86_400_000;
const VLISSINGEN = "ticon/vlissingen-vlissgn-nld-rws_hist";

/** High waters of a year at a station. */
function highWaters(id: string): readonly TideTurn[] {
  const turns = database.station(id)?.turns(FROM, FROM + YEAR) ?? [];
  return turns.filter(({ kind }) => kind === "high");
}

/** Mean minutes by which high water comes behind that of Vlissingen. */
function meanLagMinutes(id: string): number {
  const there = highWaters(id);
  const lags = highWaters(VLISSINGEN).flatMap(({ time }) => {
    const next = there.find((turn) => Math.abs(turn.time - time) < 4 * 3_600_000);
    return next ? [(next.time - time) / 60_000] : [];
  });
  return lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
}

describe("tide stations", () => {
  it.each([
    ["Terneuzen", 21, "ticon/terneuzen-ternzn-nld-rws"],
    ["Hansweert", 49, "ticon/hansweert-hanswt-nld-rws_hist"],
    ["Bath", 74, "ticon/bath-bath-nld-rws_hist"],
    ["Prosperpolder", 80, "ticon/antwerpen_prosperpolder-antwppppdr-nld-rws"],
  ])("have high water at %s about %i minutes behind Vlissingen", (_, minutes, id) => {
    expect(meanLagMinutes(id)).toBeGreaterThan(minutes - 4);
    expect(meanLagMinutes(id)).toBeLessThan(minutes + 4);
  });

  it.each<[string, Position, number]>([
    ["Antwerpen Prosperpolder", [4.4, 51.22], 17_200],
    ["Terneuzen", [3.8198, 51.3362], 0],
    ["Antwerpen Prosperpolder", [4.1, 51.03], 36_200],
    ["Brest", [-4.49, 48.38], 400],
  ])("%s serves places it is the nearest good one of", (name, position, metres) => {
    const found = database.nearest(position);
    expect(found?.station.name).toBe(name);
    expect(Math.abs((found?.distanceMetres ?? Number.NaN) - metres)).toBeLessThan(500);
    expect(found?.station.credit).toContain("CC BY 4.0");
  });

  it("is none that is off or not free, even where it is the nearest", () => {
    const vlissingen = database.nearest([3.597, 51.443])?.station;
    expect(vlissingen?.id).toBe("ticon/westkapelle-westkple-nld-rws");
    expect(database.station("ticon/vlissingentg-vli-nld-cmems")).toBeUndefined();
    expect(database.nearest([2.92, 51.23])?.station.id).not.toContain("cmems");
  });

  it("are none where the sea is far", () => {
    expect(database.nearest([5.5, 50.5])).toBeUndefined();
    expect(database.station("nowhere")).toBeUndefined();
  });
});
