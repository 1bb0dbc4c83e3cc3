import { describe, expect, it } from "vitest";
import { type Around, flagWords } from "./flag-words.ts";
import type { StoredFix } from "./journey-api.ts";

const NOON = Date.parse("2026-06-01T12:00:00Z");
const NOTHING: Around = { fixes: [], deployments: [], corrections: [] };

function fix(minutes: number, more: Partial<StoredFix> = {}): StoredFix {
  const time = new Date(NOON + minutes * 60_000).toISOString();
  return {
    ...{ id: `${minutes}`, trackerId: 1, time, position: [4, 51], receivedAt: time, flags: [] },
    ...{ altitudeMetres: null, speedMetresPerSecond: null, headingDegrees: null, satellites: null },
    ...{ hdop: null, accuracyMetres: null, batteryVolts: null, batteryPercent: null },
    ...{ rawMessageId: 1, attributes: {} },
    ...more,
  };
}

describe("the words for flags", () => {
  it("say each value that is over its threshold", () => {
    const doubted = fix(0, { flags: ["imprecise"], hdop: 9, satellites: 3, accuracyMetres: 20 });
    expect(flagWords(doubted, NOTHING)).toEqual([
      { key: "hdop", numbers: { value: 9, limit: 5 } },
      { key: "satellites", numbers: { value: 3, limit: 4 } },
    ]);
  });

  it("say how fast a spike would have been, among those that count", () => {
    const spike = fix(10, { flags: ["spike"], position: [4.1, 51] });
    const vague = fix(9, { flags: ["imprecise"] });
    const [said] = flagWords(spike, { ...NOTHING, fixes: [fix(0), vague, spike, fix(20)] });
    expect(said?.key).toBe("spike");
    expect(said?.numbers["to"]).toBeCloseTo(11.66, 1);
    expect(said?.numbers["between"]).toBe(0);
    expect(flagWords(spike, { ...NOTHING, fixes: [spike] })[0]?.key).toBe("spikeRule");
  });

  it("say how late a fix came, and when a deployment began", () => {
    const late = fix(0, {
      flags: ["late"],
      receivedAt: new Date(NOON + 9 * 3_600_000).toISOString(),
    });
    expect(flagWords(late, NOTHING)[0]?.numbers).toEqual({ value: 9, limit: 6 });
    const before = fix(0, { flags: ["before-deployment"] });
    const startedAt = fix(60).time;
    const deployment = { ...{ id: 1, version: 1, studyId: 1, trackerId: 1, itemId: 1 }, startedAt };
    const deployments = [{ ...deployment, itemCode: "X", endedAt: null }];
    expect(flagWords(before, { ...NOTHING, deployments })[0]?.instant).toBe(startedAt);
  });

  it("say who excluded it and why", () => {
    const mine = fix(0, { flags: ["excluded"] });
    const correction = {
      ...{ id: "a", studyId: 1, trackerId: 1, fixId: "0", time: mine.time, at: fix(5).time },
      ...{ kind: "exclude" as const, by: "An", reason: "quay" },
    };
    const [said] = flagWords(mine, { ...NOTHING, corrections: [correction] });
    expect(said).toMatchObject({ key: "excludedBy", text: "An: “quay”", instant: fix(5).time });
  });
});
