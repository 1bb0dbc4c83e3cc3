import { itemCode } from "@zpr/model";
import { describe, expect, it } from "vitest";
import type { Answer, PhotoProgress } from "../../kit/api.ts";
import { type OutboxEntry, stateOf } from "./outbox-entry.ts";
import { memoryPhoneStore, type PhoneStore } from "./phone-store.ts";
import { outdated, type Sending, sendDue } from "./send-due.ts";

const receipt = { finderNumber: 1, receivedAt: "", receivedBytes: 1, isWhole: true };
const accepted: Answer<PhotoProgress> = { kind: "ok", body: receipt };
const unreached: Answer<never> = { kind: "unreached" };

function entryOf(id: string, savedAt: number, photoCount = 0): OutboxEntry {
  const photos = Array.from({ length: photoCount }, (_, at) => ({
    n: at + 1,
    state: "waiting" as const,
  }));
  return {
    id,
    code: itemCode("7KM2QX"),
    body: {
      id,
      seenAt: "2026-05-01T10:00:00Z",
      position: null,
      accuracyMetres: null,
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "en",
    },
    photos,
    savedAt,
    attempts: 0,
    nextTryAt: savedAt,
    receipt: null,
    problem: null,
  };
}

async function storeWith(...entries: readonly OutboxEntry[]): Promise<PhoneStore> {
  const store = memoryPhoneStore();
  for (const entry of entries) {
    await store.submit(entry);
    for (const { n } of entry.photos)
      await store.savePhoto({
        reportId: entry.id,
        n,
        type: "image/jpeg",
        bytes: new ArrayBuffer(n),
      });
  }
  return store;
}

/** A server that notes what reaches it and answers as told. */
function server(store: PhoneStore, answer: (what: string) => Answer<PhotoProgress>) {
  const heard: string[] = [];
  const clock = { now: 1000 };
  const note = async (what: string) => {
    heard.push(what);
    return answer(what);
  };
  const sending: Sending = {
    store,
    sendReport: ({ id }) => note(id),
    sendPhoto: ({ reportId, n }) => note(`${reportId}/${n}`),
    now: () => clock.now,
    onStep: () => undefined,
    onChange: async () => undefined,
  };
  return { heard, clock, sending };
}

describe("sendDue", () => {
  it("sends all reports before any photo, oldest first, and lets sent photos go", async () => {
    const store = await storeWith(entryOf("young", 20, 1), entryOf("old", 10, 2));
    const { heard, sending } = server(store, () => accepted);
    await sendDue(sending);
    expect(heard).toEqual(["old", "young", "old/1", "old/2", "young/1"]);
    expect((await store.reports()).map(stateOf)).toEqual(["sent", "sent"]);
    expect(await store.photos("old")).toEqual([]);
  });

  it("keeps everything while nobody answers, and sends it once somebody does", async () => {
    const store = await storeWith(entryOf("one", 10, 1));
    let answer: Answer<PhotoProgress> = unreached;
    const { heard, clock, sending } = server(store, () => answer);
    await sendDue(sending);
    await sendDue(sending);
    expect(heard).toEqual(["one"]);
    expect((await store.reports()).map(stateOf)).toEqual(["waiting"]);

    answer = accepted;
    clock.now += 5000;
    await sendDue(sending);
    expect(heard).toEqual(["one", "one", "one/1"]);
    expect((await store.reports()).map(stateOf)).toEqual(["sent"]);
  });

  it("keeps a photo until the server has all of it, and lets a new report go between its pieces", async () => {
    const store = await storeWith(entryOf("one", 10, 1));
    let pieces = 0;
    const { heard, sending } = server(store, (what) => {
      if (what !== "one/1") return accepted;
      pieces++;
      if (pieces === 1) void store.submit(entryOf("two", 20));
      return pieces === 3
        ? accepted
        : { kind: "ok", body: { receivedBytes: pieces, isWhole: false } };
    });
    await sendDue(sending);
    expect(heard).toEqual(["one", "one/1", "two", "one/1", "one/1"]);
    expect((await store.reports()).map(stateOf)).toEqual(["sent", "sent"]);
    expect(await store.photos("one")).toEqual([]);
  });

  it("does not hold up a report for another that is refused", async () => {
    const store = await storeWith(entryOf("bad", 10), entryOf("good", 20));
    const { sending } = server(store, (what) =>
      what === "bad"
        ? { kind: "refused", status: 404, problem: "item-unknown", suggestions: [] }
        : accepted,
    );
    await sendDue(sending);
    expect((await store.reports()).map(stateOf)).toEqual(["needs-you", "sent"]);
  });

  it("finishes a report whose photo the browser has thrown away", async () => {
    const store = await storeWith(entryOf("one", 10, 1));
    await store.removePhoto("one", 1);
    const { heard, sending } = server(store, () => accepted);
    await sendDue(sending);
    expect(heard).toEqual(["one"]);
    const [entry] = await store.reports();
    expect(entry?.photos).toEqual([{ n: 1, state: "refused" }]);
  });
});

describe("outdated", () => {
  it("never names a report that has not arrived", async () => {
    const store = await storeWith(entryOf("waiting", 10), entryOf("sent", 10));
    const { sending } = server(store, (what) => (what === "sent" ? accepted : unreached));
    await sendDue(sending);
    expect(outdated(await store.reports(), 11).map(({ id }) => id)).toEqual(["sent"]);
    expect(outdated(await store.reports(), 10)).toEqual([]);
  });
});
