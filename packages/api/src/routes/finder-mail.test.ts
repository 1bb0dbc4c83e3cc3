import { randomUUID } from "node:crypto";
import { itemCodeFromNumber, LOCALES } from "@zpr/model";
import type { WaitingMail } from "@zpr/ports";
import { postgresMailOutbox, postgresRetention } from "@zpr/storage";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const code = itemCodeFromNumber(4711);
const WANTS_NEWS = { email: "ada@example.org", name: "Ada", newsConsent: true };
const CONTEST = {
  title: { en: "Win a kayak trip" },
  rules: { en: "Report what you find." },
  prizes: [{ en: "A kayak trip" }],
  opensAt: "2026-06-01T00:00:00Z",
  closesAt: "2026-08-01T00:00:00Z",
};
const NOW = new Date("2026-07-01T12:00:00Z");

describe("mails to finders", () => {
  const api = useApi();
  let studyId: number;
  let hour = 0;
  /** Sends a report, each an hour later than the one before. */
  async function report(contact: object | null, more: object = {}): Promise<string> {
    const id = randomUUID();
    const body = {
      id,
      seenAt: new Date(Date.UTC(2026, 5, 20, ++hour)).toISOString(),
      position: [4.3997, 51.2213],
      positionSource: "gps",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
      contact,
      ...more,
    };
    const answer = await api.send("POST", `/api/v1/items/${code}/sightings`, body);
    expect(answer.statusCode).toBe(201);
    return id;
  }
  /** Takes all mails that wait. */
  async function mails(): Promise<readonly WaitingMail[]> {
    const outbox = postgresMailOutbox(api.database());
    const taken: WaitingMail[] = [];
    for (let mail = await outbox.take(NOW, 60_000); mail; mail = await outbox.take(NOW, 60_000)) {
      taken.push(mail);
      await outbox.handedOver(mail.id, NOW);
    }
    return taken;
  }
  const link = (mail: WaitingMail | undefined, action: string) =>
    new RegExp(`http://localhost:8080(/mail/[0-9a-f]{64}/${action})`).exec(mail?.text ?? "")?.[1] ??
    "no link";
  const post = (url: string, body = "") =>
    api.sendText(url, "application/x-www-form-urlencoded", body);
  /** A finder who reported the item and confirmed the address; the mail that asked for it. */
  async function subscribed(contact: object = WANTS_NEWS): Promise<WaitingMail | undefined> {
    await report(contact);
    const [mail] = await mails();
    await post(link(mail, "confirm"));
    return mail;
  }

  beforeEach(async () => {
    hour = 0;
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    const type = { studyId, name: "bottle", material: "PET" };
    const itemTypeId = (await api.send("POST", "/api/v1/item-types", type)).json().id;
    await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code });
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: [code],
    });
    api.asNobody();
  });

  it("ask first, in the language of the report, and only who wants something", async () => {
    await report({ email: "contest@example.org", contestConsent: true });
    await report({ email: "nothing@example.org" });
    await report(null);
    await report(WANTS_NEWS);
    const [asked, ...others] = await mails();
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      to: WANTS_NEWS.email,
      subject: expect.stringContaining("Mogen we je schrijven"),
    });
    expect(asked?.unsubscribeUrl).toBe(`http://localhost:8080${link(asked, "unsubscribe")}`);
    expect(link(asked, "erase")).toMatch(/^\/mail\//);
  });

  it("tell who only takes part in a contest so, once, with the way back", async () => {
    api.asAdministrator();
    await api.send("PUT", `/api/v1/studies/${studyId}/contest`, CONTEST);
    api.asNobody();
    const contact = { email: "eva@example.org", contestConsent: true };
    await report(contact, { locale: "fr" });
    const [told, ...others] = await mails();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: contact.email, subject: expect.stringContaining("concours") });
    expect(told?.text).toContain(`http://localhost:8080/contest/${studyId}?lang=fr`);
    await report(null);
    expect(await mails()).toEqual([]);
    await post(link(told, "erase"));
    const { ticketCount } = (await api.get(`/api/v1/studies/${studyId}/contest`)).json();
    expect(ticketCount).toBe(0);
  });

  it("do not speak of a contest that takes no reports", async () => {
    api.asAdministrator();
    const later = { ...CONTEST, opensAt: "2026-07-20T00:00:00Z" };
    await api.send("PUT", `/api/v1/studies/${studyId}/contest`, later);
    api.asNobody();
    await report({ email: "eva@example.org", contestConsent: true });
    expect(await mails()).toEqual([]);
  });

  it("come after a confirmation, when somebody else saw the item, and say no more than is public", async () => {
    await subscribed();
    await report({ email: "bob@example.org", name: "Bob" }, { note: "in my garden" });
    const [news, ...others] = await mails();
    expect(others).toEqual([]);
    expect(news).toMatchObject({
      to: WANTS_NEWS.email,
      subject: expect.stringContaining("weer gezien"),
    });
    expect(news?.text).toContain(`http://localhost:8080/${code}`);
    expect(news?.text).not.toMatch(/bob|garden|51\.2/i);
    expect(link(news, "unsubscribe")).toMatch(/^\/mail\//);
    expect(link(news, "erase")).toMatch(/^\/mail\//);
  });

  it("do not come before the confirmation, nor from opening its link", async () => {
    await report(WANTS_NEWS);
    const [mail] = await mails();
    const page = await api.get(link(mail, "confirm"));
    expect([page.statusCode, page.headers["content-type"]]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    await report(null);
    expect(await mails()).toEqual([]);
  });

  it("come at most once a day of an item, and not of one's own reports", async () => {
    await subscribed();
    await report(WANTS_NEWS);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Mogen we"),
    ]);
    await report(null);
    await report(null);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ["far from the water", { position: [5.5, 50.6], surroundings: "elsewhere" }],
    ["to be looked at first", { website: "https://cheap.example" }],
  ])("do not come of a report that is %s", async (_what, more) => {
    await subscribed();
    await report(null, more);
    expect(await mails()).toEqual([]);
  });

  it("wait for a report that must be looked at until it is accepted", async () => {
    await subscribed();
    const other = { email: "bob@example.org", newsConsent: true };
    const id = await report(other, { website: "x" });
    expect(await mails()).toEqual([]);
    api.asMember(studyId, "editor");
    await api.send("PATCH", `/api/v1/sightings/${id}`, { review: "accepted" });
    expect((await mails()).map(({ to }) => to).sort()).toEqual([WANTS_NEWS.email, other.email]);
    await api.send("PATCH", `/api/v1/sightings/${id}`, { review: "accepted" });
    expect(await mails()).toEqual([]);
  });

  it("do not come of a study that is not public", async () => {
    await subscribed();
    api.asAdministrator();
    await api.send("PATCH", `/api/v1/studies/${studyId}`, { public: false });
    await report(null);
    expect(await mails()).toEqual([]);
  });

  it("ask an address three times a day at most, whoever types it in", async () => {
    for (let n = 0; n < 5; n++) await report({ ...WANTS_NEWS, email: "Ada@Example.org" });
    expect(await mails()).toHaveLength(3);
  });

  it.each([
    ["the page's button", ""],
    ["one click in a mail program", "List-Unsubscribe=One-Click"],
  ])("end by %s, without a cookie and from any site", async (_how, body) => {
    const asked = await subscribed();
    const done = await post(link(asked, "unsubscribe"), body);
    expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining("geen mails meer")]);
    await report(null);
    expect(await mails()).toEqual([]);
  });

  it("end by one click that brings multipart form data", async () => {
    const asked = await subscribed();
    const type = "multipart/form-data; boundary=b";
    const body =
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
    expect((await api.sendText(link(asked, "unsubscribe"), type, body)).statusCode).toBe(200);
    await report(null);
    expect(await mails()).toEqual([]);
  });

  it("end with all that was known of the finder, and the report stays", async () => {
    const asked = await subscribed();
    await report({ ...WANTS_NEWS, contestConsent: true });
    expect((await post(link(asked, "erase"))).statusCode).toBe(200);
    const left = await api.database().selectFrom("sighting_contact").selectAll().execute();
    expect(left).toEqual([]);
    // What was waiting for the address went with it.
    expect(await mails()).toEqual([]);
    api.asAdministrator();
    expect((await api.get(`/api/v1/sightings?studyId=${studyId}`)).json()).toHaveLength(2);
    expect((await api.get(link(asked, "erase"))).statusCode).toBe(410);
    expect((await post(link(asked, "erase"))).statusCode).toBe(200);
    expect((await post(link(asked, "unsubscribe"))).statusCode).toBe(200);
    expect((await post(link(asked, "confirm"))).statusCode).toBe(410);
  });

  it.each(LOCALES)("lead to pages in %s that load nothing and run nothing", async (lang) => {
    await report(WANTS_NEWS);
    const [mail] = await mails();
    for (const action of ["confirm", "unsubscribe", "erase"]) {
      const page = await api.get(`${link(mail, action)}?lang=${lang}`);
      expect(page.body).toContain(`<html lang="${lang}">`);
      expect(page.body).toMatch(/<form method="post" action="\/mail\/[0-9a-f]{64}\/\w+\?lang=..">/);
      expect(page.body).not.toMatch(/<script|example\.org/);
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
      expect(page.headers["cache-control"]).toBe("no-store");
    }
  });

  it("leave nothing behind when their time is over", async () => {
    const { forget } = postgresRetention(api.database());
    const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    await report({ email: "unconfirmed@example.org", newsConsent: true });
    await report({ email: "contest@example.org", contestConsent: true });
    await mails();
    await subscribed();
    expect((await forget(daysLater(13))).contacts).toBe(0);
    expect((await forget(daysLater(15))).contacts).toBe(1);
    expect((await forget(daysLater(729))).contacts).toBe(0);
    expect((await forget(daysLater(732))).contacts).toBe(2);
  });

  it("leave nothing behind half a year after the study", async () => {
    await subscribed();
    api.asAdministrator();
    const closedAt = "2026-07-10T00:00:00Z";
    await api.send("PATCH", `/api/v1/studies/${studyId}`, { closedAt });
    const { forget } = postgresRetention(api.database());
    expect((await forget(new Date("2027-01-09T00:00:00Z"))).contacts).toBe(0);
    expect((await forget(new Date("2027-01-11T00:00:00Z"))).contacts).toBe(1);
  });
});
