import { openTideDatabase } from "@zpr/analytics";
import { describe, expect, it } from "vitest";
import { scheldtTide } from "./scheldt-tide.ts";

const FROM = Date.parse("2024-03-01T00:00:00Z");
const TO = FROM + 28 * 86_400_000;
const tide = scheldtTide();
const database = await openTideDatabase();

describe("the tide of the Scheldt", () => {
  it("brings two high waters a day", () => {
    const highs = tide.turnsAt(60, { from: FROM, to: TO }).filter(({ kind }) => kind === "high");
    expect(highs.length).toBeGreaterThanOrEqual(53);
    expect(highs.length).toBeLessThanOrEqual(55);
  });

  it.each([
    ["Bath, old series", 101, "ticon/bath-bath-nld-rws_hist"],
    ["Hansweert, old series", 116, "ticon/hansweert-hanswt-nld-rws_hist"],
    ["Schaar van de Noord", 104, "ticon/schaar_van_de_noord-schaarvdnd-nld-rws"],
  ])("meets the high waters of %s within twenty minutes", (_, kilometre, id) => {
    const there = database.station(id)?.turns(FROM, TO) ?? [];
    expect(there.length).toBeGreaterThan(50);
    const ours = tide.turnsAt(kilometre, { from: FROM, to: TO });
    for (const { time, kind } of there.filter((turn) => turn.kind === "high")) {
      const nearest = ours
        .filter((turn) => turn.kind === kind)
        .reduce((best, turn) =>
          Math.abs(turn.time - time) < Math.abs(best.time - time) ? turn : best,
        );
      if (time > FROM + 86_400_000 && time < TO - 86_400_000)
        expect(Math.abs(nearest.time - time)).toBeLessThan(20 * 60_000);
    }
  });

  it("comes later the farther from the sea", () => {
    const first = (kilometre: number) =>
      tide.turnsAt(kilometre, { from: FROM, to: TO }).find(({ kind }) => kind === "high")?.time ??
      0;
    expect(first(30)).toBeGreaterThan(first(60));
    expect(first(60)).toBeGreaterThan(first(95));
  });

  it("flows seaward on the ebb, landward on the flood, and seaward on the whole", () => {
    const [high, low] = tide
      .turnsAt(74, { from: FROM, to: TO })
      .slice(0, 2)
      .sort((a, b) => a.kind.localeCompare(b.kind));
    expect(tide.currentAt(74, (high?.time ?? 0) + 3 * 3_600_000)).toBeGreaterThan(0.4);
    expect(tide.currentAt(74, (low?.time ?? 0) + 3 * 3_600_000)).toBeLessThan(-0.4);
    let sum = 0;
    for (let time = FROM; time < TO; time += 600_000) sum += tide.currentAt(74, time);
    expect(sum).toBeGreaterThan(0);
  });

  it("never runs faster than the river is known to", () => {
    for (let time = FROM; time < TO; time += 900_000)
      for (const kilometre of [0, 30, 60, 95, 131, 160])
        expect(Math.abs(tide.currentAt(kilometre, time))).toBeLessThan(2);
  });
});
