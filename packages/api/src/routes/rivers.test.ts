import { expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();

const MAIN = [
  [4.0, 51.0],
  [4.1, 51.0],
  [4.2, 51.0],
];
const BRANCH = [
  [4.1, 51.1],
  [4.1, 51.0],
];
const SEA = [
  [4.2, 50.9],
  [4.4, 50.9],
  [4.4, 51.1],
  [4.2, 50.9],
];

function collection(...geometries: readonly (readonly [type: string, coordinates: unknown])[]) {
  return {
    type: "FeatureCollection",
    features: geometries.map(([type, coordinates], at) => ({
      type: "Feature",
      properties: { name: `line ${at}` },
      geometry: { type, coordinates },
    })),
  };
}

const geoJson = collection(["LineString", MAIN], ["LineString", BRANCH], ["Polygon", [SEA]]);

async function study(): Promise<number> {
  api.asAdministrator();
  const { id } = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json();
  api.asMember(id, "editor");
  return id;
}

test("a river is surveyed, kept, listed and given as GeoJSON", async () => {
  const studyId = await study();
  const surveyed = await api.send("POST", "/api/v1/rivers/survey", { name: "Scheldt", geoJson });
  expect(surveyed.json()).toMatchObject({ waterPolygons: 1, problems: [] });
  expect(surveyed.json().lines).toMatchObject([{ into: null }, { into: 0, reversed: false }]);

  const origin = { position: [4.0, 51.0], kilometre: 0 };
  const river = { studyId, name: "Scheldt", geoJson, origin };
  const made = await api.send("POST", "/api/v1/rivers", river);
  expect(made.statusCode).toBe(201);
  expect((await api.send("POST", "/api/v1/rivers", river)).statusCode).toBe(409);
  const { id } = made.json();
  expect((await api.get(`/api/v1/rivers?studyId=${studyId}`)).json()).toMatchObject([
    { id, name: "Scheldt", lineCount: 2, origin },
  ]);
  const { features } = (await api.get(`/api/v1/rivers/${id}`)).json();
  expect(
    features.map((feature: { properties: { kind: string } }) => feature.properties.kind),
  ).toEqual(["line", "line", "water"]);
  expect(features[1]).toMatchObject({
    geometry: { type: "LineString", coordinates: BRANCH },
    properties: { name: "line 1", into: 0 },
  });
});

test("a drawing that is no river is refused with what is the matter", async () => {
  const studyId = await study();
  const refused = await api.send("POST", "/api/v1/rivers", {
    studyId,
    name: "Scheldt",
    geoJson: collection(["LineString", MAIN], ["LineString", BRANCH.toReversed()]),
  });
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({
    type: "https://zpr.one/problems/river-invalid",
    riverProblems: [{ kind: "unknown-mouth", lines: [0, 1] }],
  });
  const lambert = { ...geoJson, crs: { type: "name", properties: { name: "EPSG:31370" } } };
  const foreign = { studyId, name: "Scheldt", geoJson: lambert };
  expect((await api.send("POST", "/api/v1/rivers", foreign)).json().riverProblems).toEqual([
    { kind: "not-wgs84", line: 0 },
  ]);
});

test("a line can be turned round, and a river drawn anew and taken away", async () => {
  const studyId = await study();
  const only = { name: "Scheldt", geoJson: collection(["LineString", MAIN]) };
  const { id } = (await api.send("POST", "/api/v1/rivers", { studyId, ...only })).json();
  const turned = await api.send("POST", `/api/v1/rivers/${id}/lines/0/reverse`, {});
  expect(turned.statusCode).toBe(200);
  const { features } = (await api.get(`/api/v1/rivers/${id}`)).json();
  expect(features[0].geometry.coordinates).toEqual(MAIN.toReversed());
  expect((await api.send("POST", `/api/v1/rivers/${id}/lines/7/reverse`, {})).statusCode).toBe(404);

  const again = await api.send("PUT", `/api/v1/rivers/${id}`, { name: "Schelde", geoJson });
  expect(again.json()).toMatchObject({ name: "Schelde", lineCount: 2 });
  expect((await api.inject("DELETE", `/api/v1/rivers/${id}`)).statusCode).toBe(204);
  expect((await api.get(`/api/v1/rivers/${id}`)).statusCode).toBe(404);
});

test("sections are named stretches of a river", async () => {
  const studyId = await study();
  const { id } = (await api.send("POST", "/api/v1/rivers", { studyId, name: "S", geoJson })).json();
  const path = `/api/v1/rivers/${id}/sections`;
  const upper = { name: "upper", fromKilometre: 0, toKilometre: 5 };
  const made = await api.send("POST", path, upper);
  expect(made.json()).toMatchObject({ ...upper, line: null });
  expect((await api.send("POST", path, upper)).statusCode).toBe(409);
  expect((await api.send("POST", path, { ...upper, name: "x", toKilometre: 0 })).statusCode).toBe(
    400,
  );
  const one = `${path}/${made.json().id}`;
  await api.send("PUT", one, { ...upper, name: "Upper", toKilometre: 6 });
  expect((await api.get("/api/v1/rivers")).json()[0].sections).toMatchObject([
    { name: "Upper", toKilometre: 6 },
  ]);
  expect((await api.inject("DELETE", one)).statusCode).toBe(204);
  expect((await api.get("/api/v1/rivers")).json()[0].sections).toEqual([]);
});

test("rivers are changed by editors and seen by members", async () => {
  const studyId = await study();
  const river = { studyId, name: "S", geoJson };
  const { id } = (await api.send("POST", "/api/v1/rivers", river)).json();
  api.asMember(studyId, "viewer");
  expect((await api.get(`/api/v1/rivers/${id}`)).statusCode).toBe(200);
  expect((await api.send("POST", "/api/v1/rivers", river)).statusCode).toBe(403);
  expect((await api.inject("DELETE", `/api/v1/rivers/${id}`)).statusCode).toBe(403);
  api.asMember(studyId + 1, "owner");
  expect((await api.get(`/api/v1/rivers/${id}`)).statusCode).toBe(404);
  api.asNobody();
  expect((await api.get("/api/v1/rivers")).statusCode).toBe(401);
});

test("who changes what somebody else changed is shown it as it is now", async () => {
  const studyId = await study();
  const { id } = (await api.send("POST", "/api/v1/rivers", { studyId, name: "S", geoJson })).json();
  const path = `/api/v1/rivers/${id}`;
  const drawn = (name: string) =>
    api.onFirst({ method: "PUT", url: path, payload: { name, geoJson } });
  expect((await drawn("Schelde")).json()).toMatchObject({ name: "Schelde", version: 2 });
  const late = await drawn("Escaut");
  expect(late.statusCode).toBe(412);
  expect(late.json().current).toMatchObject({ name: "Schelde", version: 2 });

  const upper = { name: "upper", fromKilometre: 0, toKilometre: 5 };
  const section = (await api.send("POST", `${path}/sections`, upper)).json();
  const url = `${path}/sections/${section.id}`;
  await api.onFirst({ method: "PUT", url, payload: { ...upper, toKilometre: 6 } });
  const tooLate = await api.onFirst({ method: "DELETE", url });
  expect(tooLate.json().current).toMatchObject({ toKilometre: 6, version: 2 });
});

test("rivers and sections are in the audit log of their study, also when both are removed", async () => {
  const studyId = await study();
  const { id } = (await api.send("POST", "/api/v1/rivers", { studyId, name: "S", geoJson })).json();
  await api.send("POST", `/api/v1/rivers/${id}/sections`, {
    name: "upper",
    fromKilometre: 0,
    toKilometre: 5,
  });
  await api.inject("DELETE", `/api/v1/rivers/${id}`);
  api.asMember(studyId, "owner");
  const entries = (await api.get(`/api/v1/audit?studyId=${studyId}`)).json();
  expect(
    entries.map(({ kind, action }: { kind: string; action: string }) => `${kind} ${action}`),
  ).toEqual([
    "river removed",
    "river-section removed",
    "river-section created",
    "river created",
    "study created",
  ]);
});
