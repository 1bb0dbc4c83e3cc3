import { postgresContestStore, postgresStudyStore } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { expect, it } from "vitest";
import { forgetContests } from "./forget-contests.ts";

const database = useDatabase();
const silent = { info() {}, warn() {}, error() {} };
const opensAt = new Date("2026-06-01T00:00:00Z");

it("forgets a contest when its days are over, without being told", async () => {
  const store = postgresContestStore(database());
  const study = await postgresStudyStore(database()).create(
    { name: "Scheldt", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  const studyId = study?.id ?? 0;
  const closesAt = new Date("2026-07-01T00:00:00Z");
  const texts = { title: { nl: "Win" }, rules: { nl: "Meld" }, prizes: [{ nl: "Een boek" }] };
  await store.save(
    studyId,
    { ...texts, opensAt, closesAt, retentionDays: 30, seedHash: null },
    opensAt,
  );
  await store.draw(studyId, { seed: "s", seedOrigin: "given", drawnAt: closesAt }, (all) => all);

  let now = new Date("2026-07-30T00:00:00Z");
  const forgetting = forgetContests({ contestStore: store, log: silent, now: () => now }, 10);
  try {
    expect(await store.find(studyId)).toMatchObject({ erasedAt: null });
    now = new Date("2026-07-31T00:00:00Z");
    await expect.poll(() => store.find(studyId)).toMatchObject({ erasedAt: now });
  } finally {
    await forgetting.close();
  }
});
