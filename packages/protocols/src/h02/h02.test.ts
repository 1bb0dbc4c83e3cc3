import { expect, it } from "vitest";
import { calledBy } from "../testing.ts";
import { h02 } from "./h02.ts";

const ID = "3563070424410";
const to = { uniqueId: ID, model: null, settings: {} };

it("knows by the command's name what a tracker answers", () => {
  const said = h02.commands?.encode("D1,60", { ...to, id: 7 });
  expect(said).toEqual({ ok: true, key: "D1", bytes: Buffer.from(`*HQ,${ID},D1,000000,60#`) });
  const answer = Buffer.from(`*HQ,${ID},V4,D1,000000,20260619101600#`);
  expect(h02.understand(answer, calledBy(null))).toMatchObject({
    kind: "keep",
    uniqueId: ID,
    answer: { key: "D1", outcome: "acknowledged" },
  });
});

it("says what it has words for, and refuses the rest with a reason", () => {
  expect(h02.commands?.wordsFor({ name: "set-interval", seconds: 60 }, to)).toEqual({
    ok: true,
    text: "D1,60",
  });
  expect(h02.commands?.wordsFor({ name: "locate-now" }, to)).toMatchObject({ ok: false });
  expect(h02.commands?.encode("*HQ,1,D1#", { ...to, id: 7 })).toMatchObject({ ok: false });
});

it("takes nothing for a frame that does not begin as one, or never ends", () => {
  expect(h02.split(Buffer.from("+RESP:")).kind).toBe("noise");
  expect(h02.split(Buffer.from(`*${"x".repeat(600)}`)).kind).toBe("noise");
});
