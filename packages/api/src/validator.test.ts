import Type from "typebox";
import { expect, test } from "vitest";
import { nullable } from "./shapes.ts";
import { validator } from "./validator.ts";

const route = { method: "POST", url: "/" };

test("a body is taken as it was sent: null stays null, and text is no number", () => {
  const schema = Type.Object({ line: nullable(Type.String()), count: Type.Number() });
  const accepts = validator()({ ...route, schema, httpPart: "body" });
  const body = { line: null, count: 3 };
  expect([accepts(body), body]).toEqual([true, { line: null, count: 3 }]);
  expect(accepts({ line: "Zenne", count: "3" })).toBe(false);
});

test("what stands in an address is read as what it is meant to be", () => {
  const schema = Type.Object({ limit: Type.Integer(), flags: Type.Array(Type.String()) });
  const accepts = validator()({ ...route, schema, httpPart: "querystring" });
  const query = { limit: "20", flags: "late" };
  expect([accepts(query), query]).toEqual([true, { limit: 20, flags: ["late"] }]);
});

test("members that nobody knows are refused", () => {
  const schema = Type.Object({ code: Type.String() }, { additionalProperties: false });
  const accepts = validator()({ ...route, schema, httpPart: "body" });
  expect(accepts({ code: "7KD2M4", colour: "yellow" })).toBe(false);
});
