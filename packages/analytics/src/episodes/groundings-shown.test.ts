import { DEFAULT_EPISODE_RULES } from "@zpr/model";
import { expect, it } from "vitest";
import { groundingsShown } from "./groundings-shown.ts";

it("says that an hourly tracker shows less than the groundings of two hours, and a slow one few", () => {
  const shown = (minutes: number) => groundingsShown(minutes * 60, DEFAULT_EPISODE_RULES);
  expect(shown(1)).toBeGreaterThan(0.74);
  expect(shown(60)).toBeLessThan(0.6);
  expect(shown(60)).toBeGreaterThan(0.44);
  expect(shown(240)).toBeLessThan(0.1);
});
