import { expect, it } from "vitest";
import { expiresAt, wantedIn } from "./wanted-command.ts";

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it("reads words, and actions with what belongs to them only", () => {
  expect(wantedIn(form({ kind: "text", text: " getver " }))).toEqual({ text: "getver" });
  expect(wantedIn(form({ kind: "set-interval", minutes: "2.5", text: "x" }))).toEqual({
    action: { name: "set-interval", seconds: 150 },
  });
  expect(wantedIn(form({ kind: "reboot" }))).toEqual({ action: { name: "reboot" } });
});

it("lets an instruction wait for some hours, or for ever", () => {
  expect(expiresAt(1, 0)).toBe("1970-01-01T01:00:00.000Z");
  expect(expiresAt(0, 0)).toBeNull();
});
