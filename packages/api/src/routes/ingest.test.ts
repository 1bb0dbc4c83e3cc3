import { postgresSourceStore } from "@zpr/storage";
import { expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();

const UPLINK = {
  end_device_ids: {
    device_id: "buoy-7",
    application_ids: { application_id: "river" },
    dev_eui: "70B3D57ED0041234",
  },
  received_at: "2026-07-01T11:59:58.123Z",
  uplink_message: {
    session_key_id: "AX8=",
    f_port: 2,
    f_cnt: 17,
    frm_payload: "AQID",
    rx_metadata: [],
    settings: {},
    received_at: "2026-07-01T11:59:57.900Z",
  },
};

async function sourceOf(name = "buoys") {
  api.asAdministrator();
  const study = await api.send("POST", "/api/v1/studies", { name: `Study of ${name}` });
  const studyId = study.json().id;
  const settings = { baseUrl: "https://eu1.example.org", apiKey: "NNSXS.secret", storage: true };
  const made = await api.send("POST", "/api/v1/sources", {
    studyId,
    protocol: "ttn",
    name,
    settings,
  });
  return { studyId, source: made.json() };
}

const push = (path: string, body: object) => api.send("POST", path, body);
const kept = async () => (await api.get("/api/v1/raw-messages?protocol=ttn")).json();

it("keeps what a service pushes, of the tracker it names, before it answers", async () => {
  const { source, studyId } = await sourceOf();
  expect(source.path).toBe("/ingest/v1/ttn/buoys");
  api.asBringer(studyId);
  expect((await push(source.path, UPLINK)).statusCode).toBe(204);
  api.asAdministrator();
  expect(await kept()).toMatchObject([
    {
      protocol: "ttn",
      uniqueId: "70B3D57ED0041234",
      transport: "http",
      hex: Buffer.from(JSON.stringify(UPLINK)).toString("hex"),
    },
  ]);
});

it("keeps what it cannot read too, and says what is wrong", async () => {
  const { source, studyId } = await sourceOf();
  api.asBringer(studyId);
  const answer = await push(source.path, { hello: "river" });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().detail).toContain("kept");
  api.asAdministrator();
  expect(await kept()).toMatchObject([{ uniqueId: null }]);
});

it("answers 200 where the service waits for that before a tracker may delete", async () => {
  const { studyId } = await sourceOf();
  const source = { studyId, protocol: "digitalmatter", name: "oysters" };
  const { path } = (await api.send("POST", "/api/v1/sources", source)).json();
  const record = { date: "2026-07-01T11:59:58Z", device: { imei: "356307042441013" } };
  api.asBringer(studyId);
  const answer = await push(path, record);
  expect([answer.statusCode, answer.body]).toEqual([200, "OK"]);
  api.asAdministrator();
  const messages = (await api.get("/api/v1/raw-messages?protocol=digitalmatter")).json();
  expect(messages).toMatchObject([{ uniqueId: "356307042441013" }]);
});

it("takes nothing from strangers, nor from those who bring messages to another study", async () => {
  const { source, studyId } = await sourceOf();
  api.asNobody();
  expect((await push(source.path, UPLINK)).statusCode).toBe(401);
  api.asBringer(studyId + 1);
  expect((await push(source.path, UPLINK)).statusCode).toBe(404);
  api.asMember(studyId, "viewer");
  expect((await push(source.path, UPLINK)).statusCode).toBe(404);
  expect((await push("/ingest/v1/ttn/nowhere", UPLINK)).statusCode).toBe(404);
  api.asAdministrator();
  expect(await kept()).toEqual([]);
});

it("lets nobody speak for a tracker of another study", async () => {
  const one = await sourceOf("one");
  const other = await sourceOf("other");
  await api.send("POST", "/api/v1/trackers", {
    studyId: one.studyId,
    protocol: "ttn",
    uniqueId: "70B3D57ED0041234",
  });
  api.asBringer(other.studyId);
  const answer = await push(other.source.path, UPLINK);
  expect(answer.statusCode).toBe(403);
  expect(answer.json().detail).toContain("70B3D57ED0041234");
});

it("who brings messages may read nothing", async () => {
  const { studyId } = await sourceOf();
  api.asBringer(studyId);
  expect((await api.get(`/api/v1/trackers?studyId=${studyId}`)).statusCode).toBe(404);
  expect((await api.get("/api/v1/sources")).json()).toEqual([]);
});

it("shows no secret of a source, and keeps it when it comes back masked", async () => {
  const { source } = await sourceOf();
  expect(source.settings).toEqual({
    baseUrl: "https://eu1.example.org",
    apiKey: "********",
    storage: true,
  });
  const change = (settings: object) =>
    api.send("PATCH", `/api/v1/sources/${source.id}`, { settings });
  const stored = async () => (await postgresSourceStore(api.database()).find(source.id))?.settings;
  const mqttUrl = "mqtts://river:swordfish@mq.example.org:8883";
  const changed = await change({ ...source.settings, apiKey: "NNSXS.other", mqttUrl });
  const shown = { apiKey: "********", mqttUrl: "mqtts://river:********@mq.example.org:8883" };
  expect(changed.json().settings).toMatchObject(shown);
  expect((await change({ ...shown, storage: false })).statusCode).toBe(200);
  expect(await stored()).toMatchObject({ apiKey: "NNSXS.other", mqttUrl, storage: false });
});

it("hands no secret to another address than the one it was given for", async () => {
  const { source } = await sourceOf();
  const change = (settings: object) =>
    api.send("PATCH", `/api/v1/sources/${source.id}`, { settings });
  for (const settings of [
    { baseUrl: "https://elsewhere.example.org" },
    { baseUrl: "https://elsewhere.example.org", apiKey: "********" },
    { mqttUrl: "mqtts://elsewhere.example.org" },
  ]) {
    const refused = await change(settings);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().detail).toContain("send apiKey too");
  }
  const moved = { baseUrl: "https://elsewhere.example.org", apiKey: "NNSXS.theirs" };
  expect((await change(moved)).statusCode).toBe(200);
});

it("has sources made by owners only, and of what there is", async () => {
  const { studyId } = await sourceOf();
  const wanted = { studyId, protocol: "ttn", name: "more" };
  api.asMember(studyId, "editor");
  expect((await api.send("POST", "/api/v1/sources", wanted)).statusCode).toBe(403);
  api.asMember(studyId, "owner");
  expect((await api.send("POST", "/api/v1/sources", wanted)).statusCode).toBe(201);
  expect((await api.send("POST", "/api/v1/sources", wanted)).statusCode).toBe(409);
  const pigeons = { ...wanted, name: "pigeons", protocol: "pigeons" };
  expect((await api.send("POST", "/api/v1/sources", pigeons)).statusCode).toBe(400);
});

const SATELLITE = `<stuMessages messageID="1f0c"><stuMessage><esn>0-1234567</esn><unixTime>1781870400</unixTime><payload length="9" encoding="hex">0x0048d1590320ff0a40</payload></stuMessage></stuMessages>`;

async function satelliteSource() {
  api.asAdministrator();
  const study = await api.send("POST", "/api/v1/studies", { name: "Drifters" });
  const studyId = study.json().id;
  const wanted = { studyId, protocol: "globalstar", name: "simplex" };
  const made = await api.send("POST", "/api/v1/sources", wanted);
  api.asBringer(studyId);
  return made.json().path;
}

it("answers a service that waits for words of its own in them, once all is kept", async () => {
  const path = await satelliteSource();
  const answer = await api.sendText(path, "text/xml", SATELLITE);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/xml; charset=utf-8");
  expect(answer.body).toMatch(
    /^<\?xml.*<stuResponseMsg .*correlationID="1f0c"><state>pass<\/state>/,
  );
  api.asAdministrator();
  const raw = await api.get("/api/v1/raw-messages?protocol=globalstar");
  const [, message = ""] = /(<stuMessage>.*<\/stuMessage>)/.exec(SATELLITE) ?? [];
  expect(raw.json()).toMatchObject([
    { uniqueId: "0-1234567", hex: Buffer.from(message).toString("hex") },
  ]);
});

it("tells such a service in the same words that it could not read a push, or keep it", async () => {
  const path = await satelliteSource();
  const unreadable = await api.sendText(
    path,
    "text/xml",
    '<stuMessages messageID="1f0c"><stuMessage/>',
  );
  expect(unreadable.statusCode).toBe(200);
  expect(unreadable.body).toMatch(/<state>fail<.*broken XML: .*the body is kept/);
  const { schema } = api.database();
  await schema.alterTable("raw_pending").renameTo("elsewhere").execute();
  const lost = await api.sendText(path, "text/xml", SATELLITE);
  await schema.alterTable("elsewhere").renameTo("raw_pending").execute();
  expect(lost.statusCode).toBe(200);
  expect(lost.body).toMatch(/correlationID="1f0c"><state>fail<.*push it again/);
});
