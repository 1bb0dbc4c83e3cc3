import { expect, it } from "vitest";
import { forInput, rulesIn } from "./rules-form.ts";

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("reads rules from a form, an end in UTC, and only texts that are there", () => {
  const form = formOf({
    name: " Scheldt ",
    description: "",
    public: "on",
    publicDelayHours: "24",
    publicCoarseMetres: "1000",
    locale: "nl",
    closedAt: "2026-05-01T10:30",
    corridorMetres: "500",
    "finderTexts-nl": "Dank je!",
    "finderTexts-fr": "  ",
  });
  expect(rulesIn(form)).toEqual({
    name: "Scheldt",
    description: "",
    public: true,
    publicDelayHours: 24,
    publicCoarseMetres: 1000,
    locale: "nl",
    closedAt: "2026-05-01T10:30:00.000Z",
    corridorMetres: 500,
    finderTexts: { nl: "Dank je!" },
  });
});

it("gives an instant back to the form as it came, and nothing for none", () => {
  expect(forInput("2026-05-01T10:30:00.000Z")).toBe("2026-05-01T10:30");
  expect(forInput(null)).toBe("");
  expect(rulesIn(formOf({ closedAt: "" }))).toMatchObject({ closedAt: null, public: false });
});
