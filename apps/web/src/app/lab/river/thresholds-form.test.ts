import { expect, it } from "vitest";
import {
  changesIn,
  DEFAULT_THRESHOLDS,
  stillMetres,
  thresholdsIn,
  thresholdsOf,
} from "./thresholds-form.ts";

it("keeps only what differs from the defaults", () => {
  expect(changesIn(DEFAULT_THRESHOLDS)).toEqual({ corridorMetres: 500, episodeRules: {} });
  const changed = { ...DEFAULT_THRESHOLDS, noiseMetres: 5, tidal: false, corridorMetres: 300 };
  expect(changesIn(changed)).toEqual({
    corridorMetres: 300,
    episodeRules: { noiseMetres: 5, tidal: false },
  });
});

it("reads from a form what it shows of a study", () => {
  const shown = thresholdsOf({ episodeRules: { silentHours: 8 }, corridorMetres: 400 });
  const form = new FormData();
  for (const [name, value] of Object.entries(shown))
    if (name !== "tidal") form.set(name, String(value));
  form.set("tidal", "on");
  expect(thresholdsIn(form)).toEqual(shown);
});

it("takes four sigma for still, but no less than 50 m", () => {
  expect(stillMetres(5)).toBe(50);
  expect(stillMetres(20)).toBe(80);
});
