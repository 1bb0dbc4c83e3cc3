import { expect, it } from "vitest";
import { typeIn } from "./type-wish.ts";

it("a type says nothing of what its form leaves empty", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["name", " Bottle "],
    ["material", "PET"],
    ["massGrams", "24.5"],
    ["lengthMillimetres", ""],
    ["jCode", "j8"],
  ] as const)
    form.set(name, value);
  expect(typeIn(form)).toEqual({
    name: "Bottle",
    material: "PET",
    massGrams: 24.5,
    lengthMillimetres: null,
    widthMillimetres: null,
    heightMillimetres: null,
    jCode: "J8",
    buoyancy: null,
  });
});
