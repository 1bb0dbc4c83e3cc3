import { expect, it } from "vitest";
import { contestIn, prizeLines } from "./contest-form.ts";

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("reads texts by language, and prizes as lines, the first prize first", () => {
  const form = formOf({
    "title-nl": "Win!",
    "rules-nl": "Meld een item",
    "prizes-nl": "Een boek\nEen kaart",
    "prizes-fr": "Un livre",
    opensAt: "2026-05-01T00:00",
    closesAt: "2026-06-01T00:00",
    retentionDays: "90",
  });
  const contest = contestIn(form, null);
  expect(contest).toEqual({
    title: { nl: "Win!" },
    rules: { nl: "Meld een item" },
    prizes: [{ nl: "Een boek", fr: "Un livre" }, { nl: "Een kaart" }],
    opensAt: "2026-05-01T00:00:00.000Z",
    closesAt: "2026-06-01T00:00:00.000Z",
    retentionDays: 90,
  });
  expect(prizeLines(contest, "nl")).toBe("Een boek\nEen kaart");
});
