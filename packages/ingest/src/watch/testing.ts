import type { LiveEvent, WaitingMail, WatchLog } from "@zpr/ports";
import type { TrackerRecord } from "@zpr/simulator";
import {
  type Database,
  postgresAlarmStore,
  postgresIdentityStores,
  postgresMailOutbox,
  postgresStudyStore,
  postgresWatchLog,
} from "@zpr/storage";
import { openRiver, recordAt } from "../testing.ts";
import { look } from "./look.ts";

const MINUTE = 60_000;
/** Minute 0 of the tests' clock: when `recordAt(0)` is taken. */
const BEGIN = Date.parse("2020-07-07T10:00:00Z");

/** The instant some minutes after the clock of a test began. */
export function minute(minutes: number): Date {
  return new Date(BEGIN + minutes * MINUTE);
}

/** A river with somebody who looks after it, and a watch whose clock a test moves. */
export async function openWatch(database: Database) {
  const river = await openRiver(database);
  const { users, memberships } = postgresIdentityStores(database);
  const { id } = await users.recognise({
    issuer: "https://issuer.example",
    subject: "1",
    name: "Ada",
    email: "ada@example.org",
    administrator: undefined,
  });
  await memberships.setRole(river.studyId, id, "owner");
  const alarmStore = postgresAlarmStore(database);
  const outbox = postgresMailOutbox(database);
  const { liveEvents, log } = river.ports;

  const lookAt = (minutes: number, changes: Partial<WatchLog> = {}) =>
    look({
      watchLog: { ...postgresWatchLog(database), ...changes },
      liveEvents,
      log,
      now: () => minute(minutes),
      publicUrl: "http://localhost:8080",
    });

  return {
    ...river,
    alarmStore,
    studyStore: postgresStudyStore(database),

    /** A tracker in an item from minute 0 on. */
    async afloat(uniqueId: string, from = 0): Promise<number> {
      const { id: trackerId } = await river.register(uniqueId);
      const { code } = await river.newItem();
      const span = { startedAt: minute(from), endedAt: null };
      await river.trackerStore.deploy({ trackerId, itemCode: code, ...span });
      return trackerId;
    },

    /** A tracker sends records, which come in at a minute. */
    async report(uniqueId: string, at: number, records: readonly TrackerRecord[] = [recordAt(at)]) {
      await river.send(uniqueId, records, minute(at));
      await river.ingestAll();
    },

    lookAt,

    /** Looks every ten minutes, as a watch does that is never away. */
    async watch(from: number, to: number): Promise<void> {
      for (let at = from; at <= to; at += 10) await lookAt(at);
    },

    /** Alarms in the order in which they were raised, as kind and whether they are over. */
    async alarms(): Promise<readonly string[]> {
      const all = await alarmStore.list({ studies: "all" }, { after: undefined, limit: 1000 });
      return all.toReversed().map(({ kind, endedAt }) => (endedAt ? `${kind} over` : kind));
    },

    /** Takes all mails out of the outbox. */
    async mails(): Promise<readonly WaitingMail[]> {
      const taken: WaitingMail[] = [];
      for (;;) {
        const mail = await outbox.take(minute(100_000), MINUTE);
        if (!mail) return taken;
        taken.push(mail);
        await outbox.handedOver(mail.id, minute(100_000));
      }
    },

    alarmEvents: (): readonly LiveEvent[] =>
      river.events.filter((event): event is LiveEvent => event.kind === "alarm"),
  };
}
