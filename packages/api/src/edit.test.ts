import { expect, test } from "vitest";
import { useApi } from "./testing.ts";

const api = useApi();

async function makeStudy(): Promise<{ readonly id: number; readonly etag: string }> {
  api.asAdministrator();
  const made = await api.send("POST", "/api/v1/studies", { name: "Scheldt" });
  return { id: made.json().id, etag: String(made.headers.etag) };
}

function patch(id: number, description: string, ifMatch: string) {
  return api.patchIfMatch(`/api/v1/studies/${id}`, ifMatch, { description });
}

test("of two who change the same version, the second learns what it is now", async () => {
  const { id, etag } = await makeStudy();
  expect(etag).toBe('"1"');
  const first = await patch(id, "first", etag);
  expect([first.statusCode, first.headers.etag]).toEqual([200, '"2"']);

  const second = await patch(id, "second", etag);
  expect(second.statusCode).toBe(412);
  expect(second.json()).toMatchObject({
    type: "https://zpr.one/problems/precondition-failed",
    current: { id, version: 2, description: "first" },
  });
  expect((await patch(id, "second", '"2"')).json()).toMatchObject({ description: "second" });
});

test("of many at once exactly one wins", async () => {
  const { id, etag } = await makeStudy();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => patch(id, `writer ${index}`, etag)),
  );
  const states = answers.map(({ statusCode }) => statusCode).sort();
  expect(states).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
});

test("without If-Match, or with a star, the last one wins; a weak tag never matches", async () => {
  const { id } = await makeStudy();
  expect((await patch(id, "star", "*")).statusCode).toBe(200);
  expect((await api.send("PATCH", `/api/v1/studies/${id}`, { description: "b" })).statusCode).toBe(
    200,
  );
  expect((await patch(id, "weak", 'W/"3"')).statusCode).toBe(412);
  expect((await patch(id, "one of several", '"1", "3"')).statusCode).toBe(200);
});

test("what a write expected is not expected of the next one", async () => {
  const { id, etag } = await makeStudy();
  await patch(id, "first", etag);
  await patch(id, "refused", etag);
  for (const description of ["a", "b", "c"]) {
    const answer = await api.send("PATCH", `/api/v1/studies/${id}`, { description });
    expect(answer.statusCode).toBe(200);
  }
});
