import { sql } from "@zpr/storage/testing";
import { expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();

async function makeStudy(name: string): Promise<number> {
  api.asAdministrator();
  return (await api.send("POST", "/api/v1/studies", { name })).json().id;
}

async function entries(query: string) {
  return (await api.get(`/api/v1/audit?${query}`)).json();
}

test("each write is recorded with who did it, and of a change what it was before", async () => {
  const study = await makeStudy("Scheldt");
  api.asMember(study, "owner");
  await api.send("PATCH", `/api/v1/studies/${study}`, { description: "Tidal" });

  const [changed, created] = await entries(`studyId=${study}&kind=study`);
  expect(changed).toMatchObject({
    actor: { kind: "user", id: 1, name: "test" },
    studyId: study,
    kind: "study",
    objectId: String(study),
    objectName: "Scheldt",
    action: "changed",
    before: { description: "" },
    after: { description: "Tidal" },
  });
  expect(created).toMatchObject({ actor: { kind: "api-key" }, action: "created", before: null });
});

test("what a study says to finders is public, and recorded as the rest", async () => {
  const study = await makeStudy("Scheldt");
  const finderTexts = { nl: "Dank je wel!" };
  await api.send("PATCH", `/api/v1/studies/${study}`, { finderTexts });
  expect((await api.get(`/api/v1/studies/${study}/public`)).json()).toMatchObject({ finderTexts });
  const [changed] = await entries(`studyId=${study}`);
  expect(changed).toMatchObject({ after: { finder_texts: finderTexts } });
});

test("what changes nothing, and what nobody signed in writes, is not recorded", async () => {
  const study = await makeStudy("Scheldt");
  api.asMember(study, "owner");
  await api.send("PATCH", `/api/v1/studies/${study}`, { name: "Scheldt" });
  await sql`update study set description = 'by nobody'`.execute(api.database());
  expect(await entries(`studyId=${study}&kind=study`)).toHaveLength(1);
});

test("secrets and what finders wrote are never in it", async () => {
  const study = await makeStudy("Scheldt");
  const source = { studyId: study, protocol: "ttn", name: "lora", settings: { apiKey: "NNSXS" } };
  const { id } = (await api.send("POST", "/api/v1/sources", source)).json();
  await api.send("PATCH", `/api/v1/sources/${id}`, { settings: { apiKey: "OTHER" } });
  const [changed] = await entries(`kind=source`);
  expect(changed).toMatchObject({
    before: { settings: "********" },
    after: { settings: "********" },
  });
  const { rows } = await sql<{ text: string }>`select audit::text as text from audit`.execute(
    api.database(),
  );
  expect(rows.map(({ text }) => text).join()).not.toMatch(/NNSXS|OTHER/);
});

test("it is filtered, comes in pages, and as a table", async () => {
  const study = await makeStudy("Scheldt");
  for (const description of ["one", "two", "three"])
    await api.send("PATCH", `/api/v1/studies/${study}`, { description });

  const first = await api.get("/api/v1/audit?limit=2&actor=TES");
  expect(first.json()).toHaveLength(2);
  const next = /<([^>]+)>/.exec(String(first.headers.link))?.[1] ?? "";
  const rest = (await api.get(next)).json();
  expect(rest.map((entry: { action: string }) => entry.action)).toEqual(["changed", "created"]);
  expect(await entries("actor=somebody")).toEqual([]);
  expect(await entries("until=2020-01-01T00:00:00Z")).toEqual([]);
  expect(await entries(`kind=study&objectId=${study}`)).toHaveLength(4);

  const table = await api.get("/api/v1/audit.csv?kind=study");
  expect(table.headers["content-type"]).toContain("text/csv");
  expect(table.body.trim().split("\r\n")).toHaveLength(5);
  expect(table.body).toContain('"{""description"":""three""}"');
});

test("owners read that of their own studies, others none", async () => {
  const [own, foreign] = [await makeStudy("Scheldt"), await makeStudy("Rupel")];
  api.asMember(own, "owner");
  expect(await entries("")).toHaveLength(1);
  expect((await api.get(`/api/v1/audit?studyId=${foreign}`)).statusCode).toBe(404);
  api.asMember(own, "editor");
  expect((await api.get(`/api/v1/audit?studyId=${own}`)).statusCode).toBe(403);
  expect(await entries("")).toEqual([]);
});

test("an entry can be neither changed nor removed", async () => {
  await makeStudy("Scheldt");
  await expect(sql`update audit set actor_name = 'x'`.execute(api.database())).rejects.toThrow();
  await expect(sql`delete from audit`.execute(api.database())).rejects.toThrow();
});
