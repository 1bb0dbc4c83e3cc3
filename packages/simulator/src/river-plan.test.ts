import { readDrawing, riverMap, surveyRiver } from "@zpr/analytics";
import { expect, it } from "vitest";
import { riverPlan } from "./river-plan.ts";
import { scheldt } from "./scheldt.ts";

const plan = riverPlan(scheldt, ["Melle", "Antwerp", "Vlissingen"]);
const drawing = { ...readDrawing(plan.geoJson, plan.name), mouth: null, origin: plan.origin };

it("is a river without problems, with sections from place to place", () => {
  expect(surveyRiver(drawing).problems).toEqual([]);
  const [upper, lower] = plan.sections;
  expect(upper).toMatchObject({ name: "Melle to Antwerp", fromKilometre: 0 });
  expect(lower?.fromKilometre).toBe(upper?.toKilometre);
  // The line is schematic: Antwerp lies at kilometre 74, Vlissingen at 148.
  expect(Math.abs((upper?.toKilometre ?? 0) - 74)).toBeLessThan(5);
  expect(Math.abs((lower?.toKilometre ?? 0) - 148)).toBeLessThan(8);
});

it("holds all the water that items drift on, with its kilometres", () => {
  const map = riverMap([drawing], { corridorMetres: 500, waterLines: null });
  for (let kilometre = 0; kilometre < scheldt.lastKilometre; kilometre += 1.7) {
    const width = scheldt.halfWidthAt(kilometre);
    for (const offset of [-0.95 * width, 0, 0.95 * width])
      expect(map.isWater(scheldt.positionAt(kilometre, offset)), `${kilometre}`).toBe(true);
    const place = map.locate(scheldt.positionAt(kilometre, 0));
    expect(Math.abs((place?.kilometre ?? -99) - kilometre), `${kilometre}`).toBeLessThan(8);
  }
});
