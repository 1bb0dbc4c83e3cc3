import { itemCodeFromNumber } from "@zpr/model";
import { describe, expect, it } from "vitest";
import { emptyDraft } from "./release-draft.ts";
import {
  type Answer,
  afterStep,
  entryOf,
  isDue,
  nextStep,
  type ReleaseEntry,
  stateOf,
  without,
} from "./release-entry.ts";

const codes = [1, 2].map(itemCodeFromNumber);
const pair = { trackerId: 7, itemCode: itemCodeFromNumber(1) };
const fresh = entryOf(
  { ...emptyDraft(1), place: " Wintam ", position: [4.3, 51.1], codes, pairs: [pair], photos: [1] },
  { id: "6f6c1c1e-64f8-4d2e-8f3a-3b5b8f6f0a11", now: 1000 },
);

function told(entry: ReleaseEntry, answer: Answer, now = 2000): ReleaseEntry {
  const step = nextStep(entry);
  return step ? afterStep(entry, step, { answer, now }) : entry;
}

describe("a release on this phone", () => {
  it("goes out first, then its pairs, then its photos", () => {
    expect(fresh).toMatchObject({ place: "Wintam", releasedAt: 1000 });
    const taken = told(fresh, { kind: "ok", releaseId: 12 });
    expect([stateOf(fresh), stateOf(taken)]).toEqual(["waiting", "sending"]);
    expect(nextStep(taken)?.kind).toBe("pair");
    const paired = told(taken, { kind: "ok" });
    expect(nextStep(paired)).toEqual({ kind: "photo", n: 1 });
    expect(stateOf(told(paired, { kind: "ok" }))).toBe("sent");
  });

  it("waits longer each time nobody answers, and never gives up", () => {
    let entry = fresh;
    for (let at = 0; at < 12; at++) entry = told(entry, { kind: "unreached" }, 0);
    expect(entry.nextTryAt).toBe(120_000);
    expect(isDue(entry, 119_999)).toBe(false);
    expect(isDue(entry, 120_000)).toBe(true);
    expect(stateOf(entry)).toBe("waiting");
  });

  it("waits for its owner to sign in, and is tried again", () => {
    const entry = told(fresh, { kind: "sign-in" });
    expect(stateOf(entry)).toBe("sign-in");
    expect(stateOf(told(entry, { kind: "ok", releaseId: 12 }))).toBe("sending");
  });

  it("keeps what was refused, and can go without the items in its way", () => {
    const [first = pair.itemCode] = codes;
    const entry = told(fresh, { kind: "refused", codes: [first] });
    expect(stateOf(entry)).toBe("needs-you");
    expect(isDue(entry, 1e12)).toBe(false);
    const rest = without(entry, [first], 3000);
    expect(rest).toMatchObject({ codes: codes.slice(1), pairs: [], problem: null });
    expect(isDue(rest, 3000)).toBe(true);
  });

  it("does not let a refused pair hold up the rest", () => {
    const taken = told(fresh, { kind: "ok", releaseId: 12 });
    const refused = told(taken, { kind: "refused", codes: [] });
    expect(refused.pairs[0]?.state).toBe("refused");
    expect(nextStep(refused)).toEqual({ kind: "photo", n: 1 });
  });
});
