import { expect, it } from "vitest";
import { settingsIn } from "./tracker-form.ts";

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it("writes what is empty as unset, and only the rules that differ", () => {
  expect(
    settingsIn(
      form({ name: " Yellow 1 ", model: "", minutes: "10", codecId: "", "rule-silentHours": "12" }),
    ),
  ).toEqual({
    name: "Yellow 1",
    model: null,
    intervalSeconds: 600,
    codecId: null,
    settings: {},
    watchRules: { silentHours: 12 },
  });
});

it("refuses further settings that are no object", () => {
  expect(settingsIn(form({ name: "x", settings: "[1]" }))).toBeUndefined();
  expect(settingsIn(form({ name: "x", settings: "{" }))).toBeUndefined();
  expect(settingsIn(form({ name: "x", settings: '{"a": 1}' }))?.settings).toEqual({ a: 1 });
});
