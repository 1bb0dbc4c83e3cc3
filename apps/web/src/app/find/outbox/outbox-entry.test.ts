import { itemCode } from "@zpr/model";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../kit/api.ts";
import {
  afterStep,
  asNew,
  isDue,
  nextStep,
  notesOf,
  type OutboxEntry,
  shareSent,
  stateOf,
} from "./outbox-entry.ts";

const code = itemCode("7KM2QX");
const fresh: OutboxEntry = {
  id: "6f6c1c1e-64f8-4d2e-8f3a-3b5b8f6f0a11",
  code,
  body: {
    id: "6f6c1c1e-64f8-4d2e-8f3a-3b5b8f6f0a11",
    seenAt: "2026-05-01T10:00:00Z",
    position: [4.3, 51.2],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "nl",
  },
  photos: [
    { n: 1, state: "waiting" },
    { n: 2, state: "waiting" },
  ],
  savedAt: 0,
  attempts: 0,
  nextTryAt: 0,
  receipt: null,
  problem: null,
};
const accepted: Answer<unknown> = {
  kind: "ok",
  body: { finderNumber: 3, receivedAt: "2026-05-01T10:00:01Z", isWhole: true },
};
const unreached: Answer<unknown> = { kind: "unreached" };

function refused(status: number, problem: string): Answer<unknown> {
  return { kind: "refused", status, problem, suggestions: [] };
}

describe("an outbox entry", () => {
  it("sends the report first, then each photo, and is sent when the server has all", () => {
    let entry = fresh;
    const states = [stateOf(entry)];
    for (let step = nextStep(entry); step; step = nextStep(entry)) {
      entry = afterStep(entry, step, { answer: accepted, now: 1 });
      states.push(stateOf(entry));
    }
    expect(states).toEqual(["waiting", "photos", "photos", "sent"]);
    expect(entry.receipt?.finderNumber).toBe(3);
    expect(shareSent(entry)).toBe(1);
  });

  it("is never shown as sent before the server said so", () => {
    for (const answer of [unreached, refused(503, ""), refused(429, "")]) {
      const entry = afterStep(fresh, { kind: "report" }, { answer, now: 1 });
      expect(stateOf(entry)).toBe("waiting");
      expect(entry.receipt).toBeNull();
    }
  });

  it("waits longer after each failure, five minutes at most, and never gives up", () => {
    let entry = fresh;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      entry = afterStep(entry, { kind: "report" }, { answer: unreached, now: 1000 });
      waits.push((entry.nextTryAt - 1000) / 1000);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
    expect(isDue(entry, 300_999)).toBe(false);
    expect(isDue(entry, 301_000)).toBe(true);
  });

  it("needs its finder when the server refuses the report, and can be corrected", () => {
    const answer = refused(404, "item-unknown");
    const entry = afterStep(fresh, { kind: "report" }, { answer, now: 1 });
    expect(stateOf(entry)).toBe("needs-you");
    expect(entry.problem).toBe("item-unknown");
    expect(isDue(entry, 1e12)).toBe(false);

    const corrected = asNew(entry, itemCode("K7M2QA"), 2);
    expect(corrected.code).toBe("K7M2QA");
    expect(isDue(corrected, 2)).toBe(true);
  });

  it("has a photo waiting until the server has all of it", () => {
    const reported = afterStep(fresh, { kind: "report" }, { answer: accepted, now: 1 });
    const answer: Answer<unknown> = { kind: "ok", body: { receivedBytes: 9, isWhole: false } };
    const entry = afterStep(
      { ...reported, attempts: 3 },
      { kind: "photo", n: 1 },
      { answer, now: 2 },
    );
    expect(nextStep(entry)).toEqual({ kind: "photo", n: 1 });
    // Something got through: no reason to wait longer and longer.
    expect([entry.attempts, entry.nextTryAt]).toEqual([0, 2]);
  });

  it("never lets a refused photo hold up the rest", () => {
    const reported = afterStep(fresh, { kind: "report" }, { answer: accepted, now: 1 });
    const answer = refused(415, "photo-unreadable");
    const entry = afterStep(reported, { kind: "photo", n: 1 }, { answer, now: 2 });
    expect(nextStep(entry)).toEqual({ kind: "photo", n: 2 });
    expect(stateOf(afterStep(entry, { kind: "photo", n: 2 }, { answer: accepted, now: 3 }))).toBe(
      "sent",
    );
  });

  it("tells the notes that it has words for, and none where an older app kept the receipt", () => {
    const receipt = (notes?: readonly string[]) =>
      afterStep(fresh, { kind: "report" }, { answer: { kind: "ok", body: { notes } }, now: 1 });
    expect(notesOf(fresh)).toEqual([]);
    expect(notesOf(receipt())).toEqual([]);
    expect(notesOf(receipt(["of-tomorrow", "study-closed"]))).toEqual(["study-closed"]);
  });
});
