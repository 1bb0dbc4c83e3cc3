import { itemCodeFromNumber } from "@zpr/model";
import { sql } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { rankTickets, seedHashOf } from "../contest-draw.ts";
import { useApi } from "../testing.ts";

const RULES = {
  title: { nl: "Win een kajaktocht", en: "Win a kayak trip" },
  rules: { nl: "Elke melding is een lot." },
  prizes: [{ nl: "Een kajaktocht" }, { nl: "Een boek" }],
  opensAt: "2026-06-01T00:00:00Z",
  closesAt: "2026-08-01T00:00:00Z",
};
const AFTER = "2026-08-01T00:00:00Z";
const SEED = "high water at Temse";

describe("a study's contest", () => {
  const api = useApi();
  const codes = [itemCodeFromNumber(11), itemCodeFromNumber(12)] as const;
  let studyId: number;
  let url: string;
  let reports: number;

  beforeEach(async () => {
    reports = 0;
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    url = `/api/v1/studies/${studyId}/contest`;
    const type = await api.send("POST", "/api/v1/item-types", { studyId, name: "bottle" });
    for (const code of codes)
      await api.send("POST", "/api/v1/items", { studyId, itemTypeId: type.json().id, code });
    api.asMember(studyId, "owner");
  });

  async function report(contact: object, changes: object = {}, code: string = codes[0]) {
    reports++;
    const answer = await api.send("POST", `/api/v1/items/${code}/sightings`, {
      id: `7b1d0f7e-5df4-4c51-9a37-${String(reports).padStart(12, "0")}`,
      seenAt: "2026-06-20T10:00:00Z",
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
      contact: { contestConsent: true, ...contact },
      ...changes,
    });
    expect(answer.statusCode).toBe(201);
  }

  const announce = async (changes: object = {}) => {
    const answer = await api.send("PUT", url, { ...RULES, ...changes });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const seen = async () => (await api.get(url)).json();
  const draw = (body: object = {}) => api.send("POST", `${url}/draw`, body);
  const winners = async () => (await api.get(`${url}/winners`)).json();

  it("is announced by an owner and seen by everybody", async () => {
    expect((await api.get(url)).statusCode).toBe(404);
    await announce();
    api.asNobody();
    expect(await seen()).toEqual({
      ...RULES,
      version: 1,
      opensAt: "2026-06-01T00:00:00.000Z",
      closesAt: "2026-08-01T00:00:00.000Z",
      studyId,
      retentionDays: 90,
      seedHash: null,
      state: "open",
      ticketCount: 0,
      erasedAt: null,
      draw: null,
    });
  });

  it("keeps its promises once it has closed", async () => {
    await announce();
    await announce({ prizes: [{ nl: "Een boot" }] });
    api.setNow(AFTER);
    expect(
      (await api.send("PUT", url, { ...RULES, closesAt: "2026-09-01T00:00:00Z" })).statusCode,
    ).toBe(409);
    expect((await api.send("PUT", url, RULES)).statusCode).toBe(400);
    expect(await seen()).toMatchObject({ prizes: [{ nl: "Een boot" }], state: "closed" });
  });

  it("refuses what nobody could take part in", async () => {
    for (const wrong of [
      { closesAt: RULES.opensAt },
      { title: {} },
      { prizes: [] },
      { rules: { tlh: "qapla'" } },
      { seedHash: "abc" },
    ])
      expect((await api.send("PUT", url, { ...RULES, ...wrong })).statusCode).toBe(400);
  });

  it("gives a ticket to every consenting report, one for a person, an item and a day", async () => {
    await announce();
    await report({ email: "an@example.org" });
    await report({ email: " AN@example.org ".trim(), name: "An" });
    await report({ email: "an@example.org" }, { seenAt: "2026-06-21T10:00:00Z" });
    await report({ email: "an@example.org" }, {}, codes[1]);
    await report({ name: "Bea" });
    await report({ email: "cas@example.org", contestConsent: false });
    await report({});
    await report({ email: "dag@example.org" }, { contact: null });
    api.setNow(AFTER);
    await report({ email: "late@example.org" });
    expect((await seen()).ticketCount).toBe(4);
  });

  it("publishes tickets when it has closed, without a trace of whose they are", async () => {
    await announce();
    await report({ email: "an@example.org", name: "An" });
    await report({ email: "bea@example.org" });
    api.asNobody();
    expect((await api.get(`${url}/tickets`)).statusCode).toBe(409);
    api.setNow(AFTER);
    const tickets = (await api.get(`${url}/tickets`)).json();
    expect(tickets).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
    expect(tickets).toEqual([...tickets].sort());
  });

  it("is drawn with the seed that was promised, as anybody can check", async () => {
    await announce({ seedHash: seedHashOf(SEED) });
    for (const name of ["An", "Bea", "Cas", "Dag", "Els"])
      await report({ email: `${name}@example.org`, name });
    expect((await draw({ seed: SEED })).statusCode).toBe(409);
    api.setNow(AFTER);
    expect((await draw({ seed: "another" })).statusCode).toBe(409);
    expect((await draw()).statusCode).toBe(409);
    const published = (await api.get(`${url}/tickets`)).json();
    const drawn = await draw({ seed: SEED });
    expect(drawn.statusCode).toBe(201);

    const expected = rankTickets(SEED, published);
    expect(drawn.json()).toMatchObject({
      state: "drawn",
      ticketCount: 5,
      draw: {
        seed: SEED,
        seedOrigin: "committed",
        winners: [
          { place: 1, ticket: expected[0], prize: { nl: "Een kajaktocht" } },
          { place: 2, ticket: expected[1], prize: { nl: "Een boek" } },
        ],
      },
    });
    api.asNobody();
    expect(await seen()).toEqual(drawn.json());
    expect((await api.get(`${url}/tickets`)).json()).toEqual(published);
  });

  it("is drawn once: again is the same, with another seed it is refused", async () => {
    await announce();
    await report({ name: "An" });
    await report({ name: "Bea" });
    api.setNow(AFTER);
    const first = await draw();
    expect([first.statusCode, first.json().draw.seedOrigin]).toEqual([201, "random"]);
    expect(first.json().draw.seed).toMatch(/^[0-9a-f]{64}$/);
    const again = await draw();
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    expect((await draw({ seed: first.json().draw.seed })).statusCode).toBe(200);
    expect((await draw({ seed: "another" })).statusCode).toBe(409);
    expect(await seen()).toEqual(first.json());
  });

  it("has one outcome when two owners draw at the same moment", async () => {
    await announce();
    for (const name of ["An", "Bea", "Cas"]) await report({ name });
    api.setNow(AFTER);
    const answers = await Promise.all(["a", "b", "c", "d"].map((seed) => draw({ seed })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409]);
    const won = answers.find(({ statusCode }) => statusCode === 201)?.json();
    expect(await seen()).toEqual(won);
  });

  it("has fewer winners than prizes when there are fewer tickets", async () => {
    await announce();
    await report({ name: "An" });
    api.setNow(AFTER);
    expect((await draw({ seed: "x" })).json().draw.winners).toHaveLength(1);
    expect(await winners()).toMatchObject([
      { place: 1, name: "An", itemCode: codes[0], locale: "nl" },
    ]);
  });

  it("exports entries as a table that no spreadsheet runs", async () => {
    await announce();
    await report({ name: '=HYPERLINK("x")', email: "an@example.org" });
    const csv = await api.get(`${url}/entries.csv`);
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const [head, row] = csv.body.split("\r\n");
    expect(head).toBe("ticket,rank,name,email,locale,itemCode,seenAt,receivedAt,sightingId");
    expect(row).toMatch(
      /^[0-9a-f]{16},,"'=HYPERLINK\(""x""\)",an@example.org,nl,\w{6},2026-06-20T10:00:00.000Z,2026-07-01T12:00:00.000Z,7b1d/,
    );
  });

  it("forgets who took part, by hand, and keeps the outcome", async () => {
    await announce();
    await report({ name: "An", email: "an@example.org" });
    await report({ name: "Bea", email: "bea@example.org", newsConsent: true });
    expect((await api.inject("DELETE", `${url}/contacts`)).statusCode).toBe(409);
    api.setNow(AFTER);
    const drawn = (await draw({ seed: "x" })).json();
    expect((await winners()).map((one: { name: string }) => one.name).sort()).toEqual([
      "An",
      "Bea",
    ]);
    expect((await api.inject("DELETE", `${url}/contacts`)).statusCode).toBe(204);
    expect((await api.inject("DELETE", `${url}/contacts`)).statusCode).toBe(204);
    expect(await seen()).toEqual({ ...drawn, version: 3, erasedAt: "2026-08-01T00:00:00.000Z" });
    expect(await winners()).toMatchObject([
      { name: null, email: null },
      { name: null, email: null },
    ]);
    // Bea still gets the news she asked for; nothing is left of what was given for the contest.
    const left = await sql`select email, name, contest_consent_at from sighting_contact`.execute(
      api.database(),
    );
    expect(left.rows).toEqual([{ email: "bea@example.org", name: null, contest_consent_at: null }]);
  });

  it("tells each role what is its", async () => {
    await announce();
    await report({ name: "An" });
    api.setNow(AFTER);
    await draw();
    const asked = async () => ({
      contest: (await api.get(url)).statusCode,
      tickets: (await api.get(`${url}/tickets`)).statusCode,
      announce: (await api.send("PUT", url, RULES)).statusCode,
      draw: (await draw()).statusCode,
      winners: (await api.get(`${url}/winners`)).statusCode,
      entries: (await api.get(`${url}/entries.csv`)).statusCode,
      erase: (await api.inject("DELETE", `${url}/contacts`)).statusCode,
    });
    const all = (status: number) => ({
      contest: 200,
      tickets: 200,
      announce: status,
      draw: status,
      winners: status,
      entries: status,
      erase: status,
    });
    api.asNobody();
    expect(await asked()).toEqual(all(401));
    api.asMember(studyId + 1, "owner");
    expect(await asked()).toEqual(all(404));
    for (const role of ["viewer", "editor"] as const) {
      api.asMember(studyId, role);
      expect(await asked()).toEqual(all(403));
    }
    api.asMember(studyId, "owner");
    expect(await asked()).toEqual({ ...all(200), announce: 400, erase: 204 });
  });

  it("is shown to members only when its study is not public", async () => {
    await announce();
    await api.send("PATCH", `/api/v1/studies/${studyId}`, { public: false });
    expect((await api.get(url)).statusCode).toBe(200);
    api.asNobody();
    expect((await api.get(url)).statusCode).toBe(404);
  });
});
