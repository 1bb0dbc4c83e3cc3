import type { LookOutcome } from "@zpr/ports";
import { postgresIdentityStores, postgresWatchLog } from "@zpr/storage";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const NOW = new Date("2026-06-30T12:00:00Z");
let studyId: number;
let trackerIds: readonly number[];

beforeEach(async () => {
  await postgresIdentityStores(api.database()).users.recognise({
    issuer: "https://issuer.example",
    subject: "1",
    name: "Ada",
    email: "ada@example.org",
    administrator: undefined,
  });
  api.asAdministrator();
  studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
  const register = async (uniqueId: string) => {
    const tracker = { studyId, protocol: "teltonika", uniqueId };
    return (await api.send("POST", "/api/v1/trackers", tracker)).json().id;
  };
  trackerIds = [await register("356307042441013"), await register("356307042441021")];
});

const save = (changes: Partial<LookOutcome>) =>
  postgresWatchLog(api.database()).save(
    { studyId, now: NOW, seen: [], raised: [], ended: [], ...changes },
    () => [],
  );

async function raise(trackerId = trackerIds[0] ?? 0): Promise<number> {
  const evidence = {
    lastHeardAt: NOW.toISOString(),
    deployedAt: null,
    expectedIntervalSeconds: 600,
    allowedSeconds: 21_600,
    silentHours: 6,
    silentIntervals: 4,
  };
  const { raised } = await save({ raised: [{ trackerId, kind: "silent", since: NOW, evidence }] });
  return raised[0]?.id ?? 0;
}

describe("/alarms", () => {
  it("lists alarms newest first, of a tracker, and those that are open", async () => {
    const ids = [await raise(), await raise(trackerIds[1])];
    await save({ ended: ids.slice(0, 1) });
    const listed = async (query: string) =>
      (await api.get(`/api/v1/alarms${query}`)).json().map(({ id }: { id: number }) => id);
    expect(await listed("")).toEqual(ids.toReversed());
    expect(await listed(`?trackerId=${trackerIds[0]}`)).toEqual([ids[0]]);
    expect(await listed(`?studyId=${studyId}&open=true`)).toEqual([ids[1]]);
    expect(await listed("?open=false")).toEqual([ids[0]]);
    const page = await api.get("/api/v1/alarms?limit=1");
    expect(page.json()).toMatchObject([
      { id: ids[1], kind: "silent", since: NOW.toISOString(), evidence: { silentHours: 6 } },
    ]);
    const next = /<(.*)>; rel="next"/.exec(String(page.headers["link"]))?.[1] ?? "";
    expect((await api.get(next)).json()).toMatchObject([
      { id: ids[0], endedAt: NOW.toISOString() },
    ]);
  });

  it("is for members of the study", async () => {
    const id = await raise();
    api.asMember(studyId + 1, "owner");
    expect((await api.get("/api/v1/alarms")).json()).toEqual([]);
    expect((await api.get(`/api/v1/alarms?studyId=${studyId}`)).statusCode).toBe(404);
    expect((await api.send("POST", `/api/v1/alarms/${id}/acknowledge`, {})).statusCode).toBe(404);
    api.asMember(studyId, "viewer");
    expect((await api.get("/api/v1/alarms")).json()).toHaveLength(1);
    expect((await api.send("POST", `/api/v1/alarms/${id}/acknowledge`, {})).statusCode).toBe(403);
    api.asNobody();
    expect((await api.get("/api/v1/alarms")).statusCode).toBe(401);
  });

  it("keeps who took an alarm on", async () => {
    const id = await raise();
    api.asMember(studyId, "editor");
    const path = `/api/v1/alarms/${id}/acknowledge`;
    const taken = (await api.send("POST", path, {})).json();
    expect(taken).toMatchObject({
      acknowledgedBy: "test",
      acknowledgedAt: "2026-07-01T12:00:00.000Z",
    });
    api.asAdministrator();
    expect((await api.send("POST", path, {})).json()).toEqual(taken);
    expect((await api.send("POST", "/api/v1/alarms/99/acknowledge", {})).statusCode).toBe(404);
  });
});

describe("a tracker", () => {
  it("shows how it is", async () => {
    const [trackerId = 0] = trackerIds;
    const battery = { time: NOW, volts: 3.9, percent: 60, trendPerDay: -2, lowInDays: 20 };
    const seen = { heardAt: NOW, fixCount: 0, usualIntervalSeconds: 900, battery, historyAt: NOW };
    await save({ seen: [{ trackerId, ...seen }] });
    const id = await raise();
    const health = {
      expectedIntervalSeconds: 900,
      lastHeardAt: null,
      battery: { ...battery, time: NOW.toISOString() },
      alarms: [{ id, kind: "silent", since: NOW.toISOString(), acknowledgedAt: null }],
    };
    expect((await api.get(`/api/v1/trackers/${trackerId}`)).json().health).toEqual(health);
    const nothing = { expectedIntervalSeconds: null, lastHeardAt: null, battery: null, alarms: [] };
    const listed = (await api.get("/api/v1/trackers")).json();
    expect(listed).toMatchObject([{ health }, { health: nothing }]);
  });
});

describe("the thresholds of the watch", () => {
  it("are set for a study and for a tracker", async () => {
    const watchRules = { silentHours: 12 };
    const study = await api.send("PATCH", `/api/v1/studies/${studyId}`, {
      watchRules,
      locale: "fr",
    });
    expect(study.json()).toMatchObject({ watchRules, locale: "fr" });
    const path = `/api/v1/trackers/${trackerIds[0]}`;
    const tracker = await api.send("PATCH", path, { watchRules: { lowBatteryVolts: 3.2 } });
    expect(tracker.json()).toMatchObject({ watchRules: { lowBatteryVolts: 3.2 } });
    expect((await api.send("PATCH", path, { watchRules: { silentHours: 0 } })).statusCode).toBe(
      400,
    );
    expect((await api.send("PATCH", path, { watchRules: {} })).json().watchRules).toEqual({});
  });
});

describe("/studies/{id}/alarm-mail", () => {
  it("is each editor's own choice", async () => {
    const path = `/api/v1/studies/${studyId}/alarm-mail`;
    expect((await api.get(path)).statusCode).toBe(409);
    api.asMember(studyId, "editor");
    expect((await api.get(path)).json()).toEqual({ wanted: true });
    expect((await api.send("PUT", path, { wanted: false })).json()).toEqual({ wanted: false });
    expect((await api.get(path)).json()).toEqual({ wanted: false });
    api.asMember(studyId, "viewer");
    expect((await api.get(path)).statusCode).toBe(403);
  });
});
