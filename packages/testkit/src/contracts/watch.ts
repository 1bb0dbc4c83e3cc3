import type { AlarmStore, LookOutcome, MailOutbox, NewMail, WatchLog } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** The stores under test, and a study with two trackers, an owner, an editor and a viewer made beside them. */
export interface WatchBench {
  readonly watchLog: WatchLog;
  readonly alarmStore: AlarmStore;
  readonly outbox: MailOutbox;
  readonly studyId: number;
  readonly trackerIds: readonly [number, number];
  readonly ownerId: number;
}

/** Who is written to in the study of a bench; its viewer is not. */
export const KEEPERS = { owner: "ada@example.org", editor: "bea@example.org" } as const;

const NOW = new Date("2026-07-01T12:00:00Z");
const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

/** What the stores of the watch promise, whatever they are made of. */
export function describeWatch(name: string, make: () => Promise<WatchBench>): void {
  describe(`${name} keeps alarms`, () => {
    it("raises one of a kind at a time, and another when that one is over", async () => {
      const bench = await make();
      const [first] = await raise(bench, 0);
      expect(first).toMatchObject({ kind: "silent", raisedAt: NOW, endedAt: null });
      expect(await raise(bench, 1)).toEqual([]);
      const ended = await save(bench, { now: later(2), ended: [first?.id ?? 0] });
      expect(ended.ended).toMatchObject([{ id: first?.id, endedAt: later(2) }]);
      expect((await save(bench, { now: later(3), ended: [first?.id ?? 0] })).ended).toEqual([]);
      expect(await raise(bench, 4)).toHaveLength(1);
    });

    it("tells alarms newest first, open ones apart, page by page", async () => {
      const bench = await make();
      const [first] = await raise(bench, 0);
      await save(bench, { now: later(1), ended: [first?.id ?? 0] });
      const [second] = await raise(bench, 2);
      const [third] = await raise(bench, 3, bench.trackerIds[1]);
      const { studyId } = bench;
      const ids = async (
        filter: { readonly open?: boolean; readonly trackerId?: number },
        after?: number,
        studies: readonly number[] = [studyId],
      ) =>
        (await bench.alarmStore.list({ studies, ...filter }, { after, limit: 2 })).map(
          ({ id }) => id,
        );
      expect(await ids({})).toEqual([third?.id, second?.id]);
      expect(await ids({}, second?.id)).toEqual([first?.id]);
      expect(await ids({ open: true })).toEqual([third?.id, second?.id]);
      expect(await ids({ open: false })).toEqual([first?.id]);
      expect(await ids({ trackerId: bench.trackerIds[1] })).toEqual([third?.id]);
      expect(await ids({}, undefined, [studyId + 1])).toEqual([]);
    });

    it("keeps who acknowledged an alarm first", async () => {
      const bench = await make();
      const [alarm] = await raise(bench, 0);
      const id = alarm?.id ?? 0;
      const expected = { ...alarm, acknowledgedBy: "Ada", acknowledgedAt: later(1) };
      expect(await bench.alarmStore.acknowledge(id, "Ada", later(1))).toEqual(expected);
      expect(await bench.alarmStore.acknowledge(id, "Bea", later(2))).toEqual(expected);
      expect(await bench.alarmStore.find(id)).toEqual(expected);
      expect(await bench.alarmStore.acknowledge(id + 1, "Ada", later(3))).toBeUndefined();
    });

    it("shows the watch which alarms are open and what it saw last", async () => {
      const bench = await make();
      const [trackerId, other] = bench.trackerIds;
      const battery = { time: NOW, volts: 3.9, percent: null, trendPerDay: -0.25, lowInDays: 1.6 };
      const seen = {
        heardAt: NOW,
        fixCount: 3,
        usualIntervalSeconds: 600.5,
        battery,
        historyAt: NOW,
      };
      const empty = { ...seen, heardAt: null, usualIntervalSeconds: null, battery: null };
      await save(bench, {
        seen: [
          { trackerId, ...empty },
          { trackerId: other, ...empty },
        ],
      });
      await save(bench, { now: later(1), seen: [{ trackerId, ...seen }] });
      const [alarm] = await raise(bench, 2);
      expect(await bench.watchLog.trackers(bench.studyId, later(3))).toMatchObject([
        { id: trackerId, seen, open: [{ id: alarm?.id, kind: "silent" }] },
        { id: other, seen: empty, open: [] },
      ]);
      expect(await bench.watchLog.trackers(bench.studyId + 1, later(3))).toEqual([]);
    });

    it("keeps nothing of a look whose mails cannot be written", async () => {
      const bench = await make();
      const broken = () => {
        throw new Error("no words");
      };
      const outcome = outcomeOf(bench, { raised: [silent(bench.trackerIds[0])] });
      await expect(bench.watchLog.save(outcome, broken)).rejects.toThrow("no words");
      expect(await raise(bench, 1)).toHaveLength(1);
    });

    it("knows since when it has looked without a break", async () => {
      const { watchLog } = await make();
      const look = (minutes: number) => watchLog.look(later(minutes), 15 * MINUTE);
      expect(await look(0)).toEqual(NOW);
      expect(await look(15)).toEqual(NOW);
      expect(await look(29)).toEqual(NOW);
      expect(await look(45)).toEqual(later(45));
      expect(await look(46)).toEqual(later(45));
    });
  });

  describe(`${name} keeps mails`, () => {
    it("writes to those who look after the study, unless they want no mails", async () => {
      const bench = await make();
      await raise(bench, 0);
      expect(await addressees(bench)).toEqual([KEEPERS.owner, KEEPERS.editor]);
      const { alarmStore, studyId, ownerId } = bench;
      expect(await alarmStore.wantsMail(studyId, ownerId)).toBe(true);
      for (const _ of ["", "again"]) await alarmStore.setWantsMail(studyId, ownerId, false);
      expect(await alarmStore.wantsMail(studyId, ownerId)).toBe(false);
      await raise(bench, 1, bench.trackerIds[1]);
      expect(await addressees(bench)).toEqual([KEEPERS.editor]);
      await alarmStore.setWantsMail(studyId, ownerId, true);
      expect(await alarmStore.wantsMail(studyId, ownerId)).toBe(true);
    });

    it("gives a mail to one taker, and to the next when that one has had it too long", async () => {
      const bench = await make();
      await raise(bench, 0);
      const { outbox } = bench;
      const taken = [await outbox.take(NOW, MINUTE), await outbox.take(NOW, MINUTE)];
      expect(new Set(taken.map((mail) => mail?.to)).size).toBe(2);
      expect(taken[0]).toMatchObject({ subject: "1", text: "silent", createdAt: NOW, attempts: 1 });
      expect(await outbox.take(NOW, MINUTE)).toBeUndefined();
      const again = await outbox.take(later(1), MINUTE);
      expect(taken.map((mail) => mail?.id)).toContain(again?.id);
      expect(again?.attempts).toBe(2);
    });

    it("notes on its alarms that a mail went, and never gives it again", async () => {
      const bench = await make();
      const [alarm] = await raise(bench, 0);
      const { outbox, alarmStore } = bench;
      for (const minute of [1, 2]) {
        const mail = await outbox.take(later(minute), MINUTE);
        await outbox.handedOver(mail?.id ?? "", later(minute));
      }
      expect((await alarmStore.find(alarm?.id ?? 0))?.mailedAt).toEqual(later(1));
      expect(await outbox.take(later(1000), MINUTE)).toBeUndefined();
    });

    it("gives a mail that failed at its time, or never", async () => {
      const bench = await make();
      await raise(bench, 0);
      const { outbox } = bench;
      const [one, two] = [await outbox.take(NOW, MINUTE), await outbox.take(NOW, MINUTE)];
      await outbox.failed(one?.id ?? "", "busy", later(10));
      await outbox.failed(two?.id ?? "", "no such mailbox", null);
      expect(await outbox.take(later(9), MINUTE)).toBeUndefined();
      expect(await outbox.take(later(10), MINUTE)).toEqual({ ...one, attempts: 2 });
      expect(await outbox.take(later(10), MINUTE)).toBeUndefined();
    });
  });
}

function outcomeOf({ studyId }: WatchBench, changes: Partial<LookOutcome>): LookOutcome {
  return { studyId, now: NOW, seen: [], raised: [], ended: [], ...changes };
}

function save(bench: WatchBench, changes: Partial<LookOutcome>) {
  const write = (
    raised: readonly { readonly id: number; readonly kind: string }[],
    to: readonly string[],
  ) =>
    to.map(
      (one): NewMail => ({
        to: one,
        subject: String(raised.length),
        text: raised.map(({ kind }) => kind).join(),
        alarmIds: raised.map(({ id }) => id),
      }),
    );
  return bench.watchLog.save(outcomeOf(bench, changes), write);
}

async function raise(bench: WatchBench, minutes: number, trackerId = bench.trackerIds[0]) {
  return (await save(bench, { now: later(minutes), raised: [silent(trackerId)] })).raised;
}

async function addressees({ outbox }: WatchBench): Promise<readonly string[]> {
  const taken: string[] = [];
  for (;;) {
    const mail = await outbox.take(later(5), MINUTE);
    if (!mail) return taken.sort();
    taken.push(mail.to);
    await outbox.handedOver(mail.id, later(5));
  }
}

function silent(trackerId: number): LookOutcome["raised"][number] {
  const evidence = {
    lastHeardAt: null,
    deployedAt: NOW.toISOString(),
    expectedIntervalSeconds: null,
    allowedSeconds: 21_600,
    silentHours: 6,
    silentIntervals: 4,
  };
  return { trackerId, kind: "silent", since: NOW, evidence };
}
