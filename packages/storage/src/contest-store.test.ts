import { itemCodeFromNumber, type SightingReport } from "@zpr/model";
import type { ContestRules } from "@zpr/ports";
import { describe, expect, it } from "vitest";
import { postgresContestStore } from "./contest-store.ts";
import { postgresItemStore } from "./item-store.ts";
import { postgresSightingStore } from "./sightings/sighting-store.ts";
import { postgresStudyStore } from "./study-store.ts";
import { useDatabase } from "./testing.ts";

const DAY = 86_400_000;
const OPENS = new Date("2026-06-01T00:00:00Z");
const CLOSES = new Date("2026-07-01T00:00:00Z");
const LETTER = { subject: "", text: "", unsubscribeUrl: "" };
const DRAWN = new Date("2026-07-02T00:00:00Z");
const RULES: ContestRules = {
  title: { nl: "Win" },
  rules: { nl: "Meld" },
  prizes: [{ nl: "Een boek" }],
  opensAt: OPENS,
  closesAt: CLOSES,
  retentionDays: 30,
  seedHash: null,
};
const draw = { seed: "s", seedOrigin: "given", drawnAt: DRAWN } as const;
const asTheyCome = (tickets: readonly string[]) => tickets;
const daysLater = (days: number) => new Date(DRAWN.getTime() + days * DAY);

describe("contests in PostgreSQL", () => {
  const database = useDatabase();

  async function study(name: string) {
    const made = await postgresStudyStore(database()).create(
      { name, description: "", simulated: false, public: true, publicDelayHours: 0 },
      undefined,
    );
    const studyId = made?.id ?? 0;
    const items = postgresItemStore(database());
    const type = await items.createType({
      studyId,
      name: "bottle",
      material: null,
      massGrams: null,
      lengthMillimetres: null,
      jCode: null,
      buoyancy: null,
    });
    const code = itemCodeFromNumber(studyId);
    await items.create([{ studyId, itemTypeId: type?.id ?? 0, code, note: "" }]);
    return { studyId, code };
  }

  async function report(code: ReturnType<typeof itemCodeFromNumber>, n: number, at = OPENS) {
    const sighting: SightingReport = {
      id: `7b1d0f7e-5df4-4c51-9a37-${String(n).padStart(12, "0")}`,
      seenAt: at,
      position: null,
      accuracyMetres: null,
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      note: null,
      locale: "nl",
      contact: { name: `finder ${n}`, email: null, newsConsent: false, contestConsent: true },
    };
    await postgresSightingStore(database()).report({
      code,
      report: sighting,
      receivedAt: at,
      judge: () => ({ notes: [], suspicious: [] }),
      letters: {
        confirmation: () => LETTER,
        contest: () => LETTER,
        news: () => LETTER,
        question: () => LETTER,
      },
    });
  }

  const contacts = () =>
    database().selectFrom("sighting_contact").select("name").orderBy("name").execute();

  it("forget who took part when their time has come, and no other contest's", async () => {
    const [drawn, open] = [await study("drawn"), await study("open")];
    const store = postgresContestStore(database());
    for (const { studyId, code } of [drawn, open]) {
      await store.save(studyId, RULES, OPENS);
      await report(code, studyId);
    }
    await store.draw(drawn.studyId, draw, asTheyCome);
    expect(await store.eraseDue(daysLater(29))).toBe(0);
    expect(await store.eraseDue(daysLater(30))).toBe(1);
    expect(await contacts()).toEqual([{ name: `finder ${open.studyId}` }]);
    expect(await store.find(drawn.studyId)).toMatchObject({ erasedAt: daysLater(30) });
    expect(await store.entries(drawn.studyId)).toMatchObject([{ rank: 1, name: null }]);

    await report(drawn.code, 900, daysLater(31));
    expect(await store.eraseDue(daysLater(32))).toBe(1);
    expect(await store.find(drawn.studyId)).toMatchObject({ erasedAt: daysLater(30) });
  });

  it("lose a ticket when its finder withdraws before the draw, and keep it after", async () => {
    const { studyId, code } = await study("Scheldt");
    const store = postgresContestStore(database());
    await store.save(studyId, RULES, OPENS);
    await report(code, 1);
    await report(code, 2);
    const withdraw = (name: string) =>
      database().deleteFrom("sighting_contact").where("name", "=", name).execute();
    await withdraw("finder 1");
    expect(await store.tickets(studyId)).toHaveLength(1);
    await store.draw(studyId, draw, asTheyCome);
    await withdraw("finder 2");
    expect(await store.entries(studyId)).toMatchObject([{ rank: 1, name: null, email: null }]);
  });

  it("count what we received from the opening until before the closing", async () => {
    const { studyId, code } = await study("Scheldt");
    const store = postgresContestStore(database());
    await store.save(studyId, RULES, OPENS);
    await report(code, 1, new Date(OPENS.getTime() - 1));
    await report(code, 2, OPENS);
    await report(code, 3, new Date(CLOSES.getTime() - 1));
    await report(code, 4, CLOSES);
    expect((await store.entries(studyId)).map(({ name }) => name)).toEqual([
      "finder 2",
      "finder 3",
    ]);
  });

  it("keep the first draw and refuse other rules once closed", async () => {
    const { studyId, code } = await study("Scheldt");
    const store = postgresContestStore(database());
    await store.save(studyId, RULES, OPENS);
    for (const n of [1, 2, 3]) await report(code, n);
    const first = await store.draw(studyId, draw, (tickets) => tickets.toReversed());
    const ranked = await store.entries(studyId);
    expect(await store.draw(studyId, { ...draw, seed: "t" }, asTheyCome)).toEqual(first);
    expect(await store.entries(studyId)).toEqual(ranked);
    expect(ranked.map(({ name }) => name).sort()).toEqual(["finder 1", "finder 2", "finder 3"]);
    expect(await store.save(studyId, RULES, DRAWN)).toBe("over");
  });
});
