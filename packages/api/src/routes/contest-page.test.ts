import { itemCodeFromNumber, LOCALES } from "@zpr/model";
import { beforeEach, describe, expect, it } from "vitest";
import { contestWords } from "../contest-page/languages.ts";
import { useApi } from "../testing.ts";

const RULES = {
  title: { nl: "Win een kajaktocht", en: "Win a <kayak> trip" },
  rules: { nl: "Elke melding is een lot.\n\nDe jury bestaat niet." },
  prizes: [{ nl: "Een kajaktocht", fr: "Une sortie en kayak" }],
  opensAt: "2026-06-01T00:00:00Z",
  closesAt: "2026-08-01T00:00:00Z",
  retentionDays: 30,
};
const code = itemCodeFromNumber(11);

describe("the page of a contest", () => {
  const api = useApi();
  let studyId: number;
  const page = async (lang: string) => (await api.get(`/contest/${studyId}?lang=${lang}`)).body;
  const itemContest = async () => (await api.get(`/api/v1/items/${code}`)).json().contest;

  beforeEach(async () => {
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    const type = await api.send("POST", "/api/v1/item-types", { studyId, name: "bottle" });
    await api.send("POST", "/api/v1/items", { studyId, itemTypeId: type.json().id, code });
    await api.send("PUT", `/api/v1/studies/${studyId}/contest`, RULES);
    api.asNobody();
  });

  it.each(LOCALES)(
    "speaks %s, and says of the study's own texts which language they are in",
    async (lang) => {
      const body = await page(lang);
      expect(body).toContain(`<html lang="${lang}">`);
      expect(body).toContain(contestWords(lang).dataLines(30)[2]);
      expect(body).toContain(
        lang === "nl" ? ">De jury bestaat niet.</p>" : '<p class="own" lang="nl">',
      );
      expect(body).toContain(lang === "fr" ? "<li>Une sortie" : "Een kajaktocht");
      expect(body).not.toMatch(/<kayak>|<script/);
    },
  );

  it("says until when reports take part, then who won", async () => {
    expect(await page("en")).toContain("before 1 August 2026 at 00:00 (UTC)");
    api.setNow("2026-08-02T00:00:00Z");
    expect(await page("en")).toContain("The draw is still to come");
    api.asAdministrator();
    await api.send("POST", `/api/v1/studies/${studyId}/contest/draw`, { seed: "high water" });
    api.asNobody();
    const drawn = await page("en");
    expect(drawn).toContain("Nobody took part.");
    expect(drawn).toContain("<code>high water</code>");
  });

  it("is not there for a study that is not public, nor for what is no study", async () => {
    api.asAdministrator();
    await api.send("PATCH", `/api/v1/studies/${studyId}`, { public: false });
    api.asNobody();
    for (const path of [`/contest/${studyId}`, "/contest/999", "/contest/x"]) {
      const answer = await api.get(path);
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
        404,
        "text/html; charset=utf-8",
      ]);
    }
    expect(await itemContest()).toBeNull();
  });

  it("is named by an item while reports take part", async () => {
    expect(await itemContest()).toEqual({ closesAt: "2026-08-01T00:00:00.000Z" });
    api.setNow("2026-05-31T23:00:00Z");
    expect(await itemContest()).toBeNull();
    api.setNow("2026-08-01T00:00:00Z");
    expect(await itemContest()).toBeNull();
  });
});
