import { postgresWatchLog } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { recordAt } from "../testing.ts";
import { minute, openWatch } from "./testing.ts";

const database = useDatabase();
const IMEI = "356307042441013";
const OTHER = "356307042441021";
const HOUR = 60;
let river: Awaited<ReturnType<typeof openWatch>>;

beforeEach(async () => {
  river = await openWatch(database());
});

/** A record with some charge; the position is where `recordAt` has it. */
const charged = (at: number, batteryMillivolts: number) =>
  recordAt(at, { io: { hdopTenths: 11, batteryMillivolts } });
/** A record so far north, in thousandths of a degree: sixty in ten minutes is 11 m/s. */
const north = (at: number, thousandths: number, hdopTenths = 11) =>
  recordAt(at, {
    position: [4.3, 51 + thousandths / 1000],
    io: { hdopTenths, batteryMillivolts: 3900 },
  });

describe("a silent tracker", () => {
  it("raises one alarm and one mail, however often it is looked at", async () => {
    const trackerId = await river.afloat(IMEI);
    await river.report(IMEI, 0);
    await river.watch(0, 6 * HOUR);
    expect(await river.alarms()).toEqual([]);
    await river.watch(6 * HOUR + 10, 9 * HOUR);
    expect(await river.alarms()).toEqual(["silent"]);
    expect(await river.mails()).toMatchObject([
      { to: "ada@example.org", subject: `${IMEI} is silent` },
    ]);
    expect((await river.trackerStore.find(trackerId))?.health.alarms).toMatchObject([
      { kind: "silent", since: minute(0) },
    ]);
  });

  it("is silent no longer once it reports, and may be again", async () => {
    await river.afloat(IMEI);
    await river.report(IMEI, 0);
    await river.watch(0, 7 * HOUR);
    await river.report(IMEI, 7 * HOUR + 5);
    await river.lookAt(7 * HOUR + 10);
    expect(await river.alarms()).toEqual(["silent over"]);
    await river.watch(7 * HOUR + 20, 14 * HOUR);
    expect(await river.alarms()).toEqual(["silent over", "silent"]);
    expect(await river.mails()).toHaveLength(2);
    expect(river.alarmEvents()).toMatchObject(
      ["raised", "ended", "raised"].map((status) => ({ alarm: "silent", status })),
    );
  });

  it("is not silent when what it saved up comes in late", async () => {
    await river.afloat(IMEI);
    await river.watch(0, 5 * HOUR);
    await river.report(IMEI, 5 * HOUR, [recordAt(10), recordAt(20)]);
    await river.watch(5 * HOUR + 10, 10 * HOUR);
    expect(await river.alarms()).toEqual([]);
  });

  it("is waited for after we were away ourselves", async () => {
    await river.afloat(IMEI);
    await river.report(IMEI, 0);
    await river.watch(0, 10);
    await river.watch(24 * HOUR, 30 * HOUR);
    expect(await river.alarms()).toEqual([]);
    await river.lookAt(30 * HOUR + 10);
    expect(await river.alarms()).toEqual(["silent"]);
    await river.lookAt(60 * HOUR);
    expect(await river.alarms()).toEqual(["silent"]);
  });

  it("is told of with others in one mail, in the language of the study", async () => {
    await river.studyStore.update(river.studyId, { locale: "nl" });
    for (const uniqueId of [IMEI, OTHER]) await river.afloat(uniqueId);
    await river.watch(0, 7 * HOUR);
    const mails = await river.mails();
    expect(mails.map(({ subject }) => subject)).toEqual(["2 alarmen in de studie Scheldt"]);
    for (const uniqueId of [IMEI, OTHER])
      expect(mails[0]?.text).toContain(`${uniqueId} heeft niets laten horen`);
  });

  it("is judged by what the study says, and by what is said of itself", async () => {
    const trackerId = await river.afloat(IMEI);
    await river.afloat(OTHER);
    await river.studyStore.update(river.studyId, { watchRules: { silentHours: 1 } });
    await river.trackerStore.change(trackerId, { watchRules: { silentHours: 2 } });
    await river.watch(0, HOUR + 10);
    const [alarm] = await river.alarmStore.list({ studies: "all" }, { after: undefined, limit: 9 });
    expect(alarm).toMatchObject({ trackerId: trackerId + 1, evidence: { silentHours: 1 } });
    await river.watch(HOUR + 20, 2 * HOUR + 10);
    expect(await river.alarms()).toEqual(["silent", "silent"]);
  });
});

describe("a tracker in no item", () => {
  it("is watched if it never was in one and somebody said how often it calls", async () => {
    const { id } = await river.register(IMEI);
    await river.report(IMEI, 0);
    await river.watch(0, 7 * HOUR);
    expect(await river.alarms()).toEqual([]);
    await river.trackerStore.change(id, { intervalSeconds: 600 });
    await river.lookAt(7 * HOUR + 10);
    expect(await river.alarms()).toEqual(["silent"]);
  });

  it("has no alarms once it is retrieved", async () => {
    await river.afloat(IMEI);
    await river.watch(0, 7 * HOUR);
    const [deployment] = await river.trackerStore.listDeployments(
      { studies: "all" },
      {
        after: undefined,
        limit: 1,
      },
    );
    await river.trackerStore.endDeployment(deployment?.id ?? 0, minute(7 * HOUR));
    await river.lookAt(7 * HOUR + 10);
    expect(await river.alarms()).toEqual(["silent over"]);
  });
});

describe("a low battery", () => {
  it("is low once, well again only well above, and low again", async () => {
    await river.afloat(IMEI);
    const volts = [3700, 3490, 3490, 3520, 3480, 3550, 3590, 3700, 3700, 3480, 3480];
    for (const [at, millivolts] of volts.entries()) {
      await river.report(IMEI, at * 10, [charged(at * 10, millivolts)]);
      await river.lookAt(at * 10 + 1);
    }
    expect(await river.alarms()).toEqual(["battery-low over", "battery-low"]);
    expect((await river.mails()).map(({ subject }) => subject)).toEqual(
      Array(2).fill(`The battery of ${IMEI} is low`),
    );
  });

  it("is not low because it was, before it was charged", async () => {
    await river.afloat(IMEI);
    await river.report(IMEI, 600, [charged(600, 4000)]);
    await river.lookAt(601);
    await river.report(IMEI, 602, [charged(10, 3300), charged(20, 3300), charged(30, 3300)]);
    await river.lookAt(603);
    expect(await river.alarms()).toEqual([]);
    expect((await river.trackerStore.find(1))?.health.battery).toMatchObject({
      time: minute(600),
      volts: 4,
    });
  });

  it("is seen coming", async () => {
    const trackerId = await river.afloat(IMEI);
    for (let day = 0; day < 6; day++)
      await river.report(IMEI, day * 24 * HOUR, [charged(day * 24 * HOUR, 4100 - day * 50)]);
    await river.lookAt(5 * 24 * HOUR + 1);
    const health = (await river.trackerStore.find(trackerId))?.health;
    expect(health).toMatchObject({ expectedIntervalSeconds: 86_400, lastHeardAt: minute(7200) });
    expect(health?.battery?.trendPerDay).toBeCloseTo(-0.05, 4);
    expect(health?.battery?.lowInDays).toBeCloseTo(7, 2);
  });
});

describe("a study that cannot be looked at", () => {
  it("keeps no other study from being watched, and is looked at again", async () => {
    await river.afloat(IMEI);
    const named = { name: "Rupel", description: "", simulated: false, publicDelayHours: 0 };
    const later = await river.studyStore.create({ ...named, public: true }, undefined);
    await database()
      .updateTable("tracker")
      .set({ study_id: later?.id ?? 0 })
      .execute();
    await river.afloat(OTHER);
    await river.watch(0, 6 * HOUR);
    const { trackers } = postgresWatchLog(database());
    const at = 6 * HOUR + 10;
    await river.lookAt(at, {
      trackers: (studyId, now) =>
        studyId === river.studyId ? Promise.reject(new Error("broken")) : trackers(studyId, now),
    });
    expect(await river.alarms()).toEqual(["silent"]);
    expect(river.lines).toContain("a study is not watched");
    await river.lookAt(at);
    expect(await river.alarms()).toEqual(["silent", "silent"]);
  });
});

describe("a carried tracker", () => {
  const ride = [north(0, 0), north(10, 60), north(20, 120)];

  it("raises one alarm, which ends when it has been slow for a while", async () => {
    await river.afloat(IMEI);
    for (const [index, record] of ride.entries()) {
      await river.report(IMEI, index * 10, [record]);
      await river.lookAt(index * 10 + 1);
      expect(await river.alarms()).toEqual(index === 2 ? ["moving-on-land"] : []);
    }
    for (const at of [30, 40, 50, 60, 70])
      await river.report(IMEI, at, [north(at, 120 + at / 100)]);
    await river.lookAt(71);
    expect(await river.alarms()).toEqual(["moving-on-land"]);
    await river.report(IMEI, 80, [north(80, 121)]);
    await river.watch(81, 121);
    expect(await river.alarms()).toEqual(["moving-on-land over"]);
    expect((await river.mails())[0]?.text).toContain("11 m/s");
  });

  it("raises the same one in whatever order its records come", async () => {
    await river.afloat(IMEI);
    for (const [index, record] of ride.toReversed().entries()) {
      await river.report(IMEI, 21 + index, [record]);
      await river.lookAt(21 + index);
    }
    expect(await river.alarms()).toEqual(["moving-on-land"]);
    const [alarm] = await river.alarmStore.list({ studies: "all" }, { after: undefined, limit: 9 });
    expect(alarm).toMatchObject({ since: minute(0), evidence: { to: minute(20).toISOString() } });
  });

  it("is none by positions that are doubted", async () => {
    await river.afloat(IMEI);
    await river.report(IMEI, 21, [
      north(0, 0),
      north(10, 60, 80),
      north(20, 120, 80),
      north(21, 1),
    ]);
    await river.lookAt(22);
    expect(await river.alarms()).toEqual([]);
  });
});
