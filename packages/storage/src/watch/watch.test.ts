import { describeWatch, KEEPERS } from "@zpr/testkit";
import { expect, test } from "vitest";
import { postgresIdentityStores } from "../identity/identity-stores.ts";
import { postgresStudyStore } from "../study-store.ts";
import { useDatabase } from "../testing.ts";
import { postgresTrackerStore } from "../tracker-store.ts";
import { postgresAlarmStore } from "./alarm-store.ts";
import { postgresMailOutbox } from "./mail-outbox.ts";
import { postgresWatchLog } from "./watch-log.ts";

const database = useDatabase();

async function bench() {
  const study = { name: "Scheldt", description: "", simulated: false, public: true };
  const made = await postgresStudyStore(database()).create(
    { ...study, publicDelayHours: 0 },
    undefined,
  );
  const studyId = made?.id ?? 0;
  const { users, memberships } = postgresIdentityStores(database());
  const join = async (email: string | undefined, role: "owner" | "editor" | "viewer") => {
    const person = { issuer: "https://issuer.example", name: role, administrator: undefined };
    const { id } = await users.recognise({ ...person, subject: `${role} ${email}`, email });
    await memberships.setRole(studyId, id, role);
    return id;
  };
  const ownerId = await join(KEEPERS.owner, "owner");
  await join(KEEPERS.editor, "editor");
  await join("carl@example.org", "viewer");
  await join(undefined, "editor");
  return {
    watchLog: postgresWatchLog(database()),
    alarmStore: postgresAlarmStore(database()),
    outbox: postgresMailOutbox(database()),
    studyId,
    trackerIds: [await tracker(studyId, "one"), await tracker(studyId, "two")] as const,
    ownerId,
  };
}

async function tracker(studyId: number, name: string): Promise<number> {
  const base = { studyId, protocol: "teltonika", model: null, intervalSeconds: null };
  const made = await postgresTrackerStore(database()).register({ ...base, uniqueId: name, name });
  return made?.id ?? 0;
}

describeWatch("Postgres", bench);

test("forgets whom a mail went to and what it said once it is handed over or given up", async () => {
  const { watchLog, outbox, studyId, trackerIds } = await bench();
  const now = new Date();
  const alarm = {
    trackerId: trackerIds[0],
    kind: "battery-low" as const,
    since: now,
    evidence: {
      time: now.toISOString(),
      percent: 12,
      volts: null,
      readings: 1,
      lowBatteryPercent: 20,
      lowBatteryVolts: 3.5,
    },
  };
  await watchLog.save({ studyId, now, seen: [], raised: [alarm], ended: [] }, (_, recipients) =>
    recipients.map((to) => ({ to, subject: "low", text: "very", alarmIds: [] })),
  );
  const kept = () =>
    database().selectFrom("mail").select(["to_address", "text"]).orderBy("to_address").execute();
  expect(await kept()).toMatchObject([{ text: "very" }, { text: "very" }]);
  await outbox.handedOver((await outbox.take(now, 1000))?.id ?? "", now);
  await outbox.failed((await outbox.take(now, 1000))?.id ?? "", "no such mailbox", null);
  expect(await kept()).toEqual([
    { to_address: null, text: null },
    { to_address: null, text: null },
  ]);
});
