import { randomUUID } from "node:crypto";
import { postgresMailOutbox } from "@zpr/storage";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { code, useReviews } from "../reports/testing.ts";

const NOW = new Date("2026-07-01T12:00:00Z");

describe("a review of photos, and questions", () => {
  const { api, studyId, report, decide, detail, undoLast, study } = useReviews();

  it("shows a photo to everybody only when it is approved, and then as it is blurred", async () => {
    const id = await report();
    const noise = { type: "gaussian" as const, mean: 120, sigma: 60 };
    const picture = (background: string) =>
      sharp({ create: { width: 200, height: 100, channels: 3, background, noise } })
        .jpeg()
        .toBuffer();
    const own = `/api/v1/sightings/${id}/photos/1`;
    let open = `/api/v1/items/${code}/photos/${id}/1`;
    await api.sendImage(own, await picture("#000"));
    await api.sendImage(own, await picture("#fff"));
    const status = async (url: string) => (await api.get(url)).statusCode;
    const photo = { kind: "photo", n: 1 };
    expect((await decide(id, { ...photo, version: 1, public: true })).statusCode).toBe(409);
    await decide(id, { ...photo, version: 2, public: true });
    await decide(id, { kind: "accept" });
    expect(await status(open)).toBe(404);
    await study({ publishPhotos: true });
    // By the id that the phone made, more photos could be sent: everybody gets another one.
    expect(await status(open)).toBe(404);
    const [shownOpenly] = (await api.get(`/api/v1/items/${code}/photos`)).json();
    expect(JSON.stringify(shownOpenly)).not.toContain(id);
    open = shownOpenly.url;
    expect(await status(open)).toBe(200);

    const before = (await api.get(own)).rawPayload;
    await api.sendImage(own, await picture("#000"));
    expect((await api.get(own)).rawPayload.equals(before)).toBe(true);

    const blur = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.5 }];
    await decide(id, { ...photo, version: 2, blur });
    api.asNobody();
    expect((await api.get(`/api/v1/items/${code}/photos`)).json()).toMatchObject([
      { sightingId: shownOpenly.sightingId, n: 1, width: 200, height: 100, url: open },
    ]);
    const shown = (await api.get(open)).rawPayload;
    api.asMember(studyId(), "viewer");
    expect((await api.get(own)).rawPayload.equals(shown)).toBe(true);
    api.asMember(studyId(), "editor");
    expect((await api.get(own)).rawPayload.equals(before)).toBe(true);
    expect(shown.equals(before)).toBe(false);
    await undoLast(id);
    expect((await api.get(open)).rawPayload.equals(before)).toBe(true);

    await decide(id, { ...photo, version: 2, hidden: true });
    expect(await status(open)).toBe(404);
    api.asMember(studyId(), "viewer");
    expect(await status(own)).toBe(404);
    api.asMember(studyId(), "editor");
    await undoLast(id);
    expect(await status(open)).toBe(200);
    await decide(id, { kind: "reject" });
    expect(await status(open)).toBe(404);
  });

  it("keeps what two people decide of a photo at the same time", async () => {
    const id = await report();
    const create = { width: 200, height: 100, channels: 3 as const, background: "#888" };
    const jpeg = await sharp({ create }).jpeg().toBuffer();
    await api.sendImage(`/api/v1/sightings/${id}/photos/1`, jpeg);
    const blur = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
    const photo = { kind: "photo", n: 1, version: 1 };
    await Promise.all([decide(id, { ...photo, blur }), decide(id, { ...photo, public: true })]);
    expect((await detail(id)).photos).toMatchObject([{ blur, public: true, checked: true }]);
  });

  it("asks a finder who agreed, one question at a time, and shows the answer with the report", async () => {
    const contact = { email: "ada@example.org", name: "Ada", questionsConsent: true };
    const [id, silent] = [await report({ contact }), await report({ contact: { name: "Bo" } })];
    const ask = (about: string, text: string) =>
      api.send("POST", `/api/v1/sightings/${about}/questions`, { id: randomUUID(), text });
    expect((await ask(silent, "Where?")).statusCode).toBe(409);
    expect((await detail(id)).mayAsk).toBe(true);
    expect((await ask(id, "Which <side> of the lock?")).statusCode).toBe(200);
    expect((await ask(id, "And when?")).statusCode).toBe(409);
    const mail = await postgresMailOutbox(api.database()).take(NOW, 60_000);
    expect(mail).toMatchObject({
      to: contact.email,
      subject: expect.stringContaining("Een vraag"),
    });
    expect(mail?.unsubscribeUrl).toMatch(/\/unsubscribe$/);
    const url = /http:\/\/localhost:8080(\/answer\/[0-9a-f]{64})/.exec(mail?.text ?? "")?.[1] ?? "";
    api.asNobody();
    const page = await api.get(url);
    expect([page.statusCode, page.body]).toEqual([
      200,
      expect.stringContaining("Which &lt;side&gt; of the lock?"),
    ]);
    const answer = (text: string) =>
      api.sendText(url, "application/x-www-form-urlencoded", `answer=${encodeURIComponent(text)}`);
    expect((await answer("  ")).statusCode).toBe(400);
    expect((await answer("The upper one.\nAt noon.")).statusCode).toBe(200);
    expect((await answer("No, the lower")).statusCode).toBe(410);
    api.asMember(studyId(), "editor");
    expect(await detail(id)).toMatchObject({
      question: "answered",
      questions: [{ text: "Which <side> of the lock?", answer: "The upper one.\nAt noon." }],
    });

    const second = (await ask(id, "And when?")).json();
    await api.inject("DELETE", `/api/v1/sightings/${id}/questions/${second.id}`);
    expect((await detail(id)).questions[1]).toMatchObject({ withdrawnAt: NOW.toISOString() });
  });
});
