import { LOCALES } from "@zpr/model";
import { beforeEach, expect, it } from "vitest";
import { code, useReviews } from "../reports/testing.ts";
import { studyWords } from "../study-page/languages.ts";

const { api, studyId, report, study } = useReviews();
const page = (more = "") => api.get(`/study/${studyId()}${more}`);

beforeEach(async () => {
  await report({ contact: { email: "f@example.org", newsConsent: true } });
  await study({
    name: "Scheldt & <sea>",
    finderTexts: { nl: "Dank je wel!" },
    publicCoarseMetres: 1000,
  });
  api.asNobody();
});

it.each(LOCALES)(
  "speaks %s, and says of the study's own words which language they are in",
  async (lang) => {
    const { body, statusCode } = await page(`?lang=${lang}`);
    expect(statusCode).toBe(200);
    const words = studyWords(lang);
    for (const said of [words.help, words.latest, words.coarse(1000), words.surroundings.bank])
      expect(body).toContain(said.replaceAll("'", "&#39;"));
    expect(body).toContain(lang === "nl" ? '<p class="own">Dank' : '<p class="own" lang="nl">Dank');
    expect(body).toContain('<meta property="og:title" content="Scheldt &amp; &lt;sea&gt;">');
  },
);

it("counts what is there, tells the latest reports, and has a table of what the map shows", async () => {
  const { body } = await page("?lang=en");
  expect(body).toMatch(/<dt>items<\/dt><dd>2<\/dd>/);
  expect(body).toMatch(/<dt>reports<\/dt><dd>1<\/dd>/);
  expect(body).toMatch(/<dt>finders<\/dt><dd>1<\/dd>/);
  expect(body).toContain(`bottle <code>${code}</code>`);
  // By the middle of the cell, not where the finder stood.
  expect(body).not.toContain("4.3997, 51.2213");
  expect(body).toMatch(/<td>4\.\d{4}, 51\.\d{4}<\/td>/);
  expect((await api.get(`/api/v1/studies/${studyId()}/public`)).json()).toMatchObject({
    sightingCount: 1,
    finderCount: 1,
    travelledKilometres: expect.any(Number),
    aliveTrackerCount: 0,
  });
});

it("leads to the contest where there is one", async () => {
  expect((await page()).body).not.toContain(`/contest/${studyId()}`);
  api.asMember(studyId(), "owner");
  await api.send("PUT", `/api/v1/studies/${studyId()}/contest`, {
    title: { en: "A day on the river" },
    rules: { en: "Report." },
    prizes: [{ en: "A day" }],
    opensAt: "2026-06-01T00:00:00Z",
    closesAt: "2026-08-01T00:00:00Z",
  });
  api.asNobody();
  expect((await page()).body).toContain(`/contest/${studyId()}`);
});

it("may be shown inside other pages only where it is made for that", async () => {
  const whole = (await page()).headers;
  expect(whole["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(whole["x-frame-options"]).toBe("DENY");
  const embed = await page("/embed");
  expect(embed.headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(embed.headers["x-frame-options"]).toBeUndefined();
  expect(embed.body).toContain("data-study-map");
});

it("is not there for a study that is not public, nor for what is none", async () => {
  await study({ public: false });
  api.asNobody();
  for (const path of [
    `/study/${studyId()}`,
    `/study/${studyId()}/embed`,
    "/study/999",
    "/study/x",
  ]) {
    const answer = await api.get(path);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    expect(answer.body).not.toContain("Scheldt");
  }
});
