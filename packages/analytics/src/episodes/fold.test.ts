import {
  DEFAULT_EPISODE_RULES,
  type Episode,
  type Evidence,
  type Position,
  type SightingEvidence,
} from "@zpr/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riverMap } from "../rivers/river-map.ts";
import { advanceEpisodes, episodesOf, tellEpisodes } from "./fold.ts";
import { EMPTY_FOLD, type EpisodeGround } from "./fold-state.ts";

const START = Date.parse("2020-07-07T06:00:00Z");
/** A straight river to the east, 28 km long; a metre east of its head is `east(1)`. */
const HEAD: Position = [4.0, 51.0];
const river = riverMap(
  [
    {
      lines: [{ name: "River", coordinates: [HEAD, [4.4, 51.0]] }],
      water: [],
      mouth: null,
      origin: null,
    },
  ],
  { corridorMetres: 500, waterLines: null },
);
const ground: EpisodeGround = { rules: DEFAULT_EPISODE_RULES, river };

const at = (minutes: number) => new Date(START + minutes * 60_000);
const east = (metres: number, north = 0): Position => [
  HEAD[0] + metres / 70_197,
  HEAD[1] + north / 111_252,
];
const fix = (minutes: number, position: Position): Evidence => ({
  kind: "fix",
  time: at(minutes),
  position,
  trackerId: 1,
  network: false,
});
const release: Evidence = { kind: "release", time: at(0), position: east(0), place: "Head" };

function sighting(
  minutes: number,
  position: Position | null,
  said: Partial<SightingEvidence> = {},
): Evidence {
  const plain = { condition: "worn", surroundings: "bank", putBack: "put-back" } as const;
  return { kind: "sighting", time: at(minutes), position, id: `${minutes}`, ...plain, ...said };
}

/** Fixes every so many minutes, each so many metres further. */
function way(
  { from, to, every = 10 }: { readonly from: number; readonly to: number; readonly every?: number },
  placeAt: (minutes: number) => Position,
): readonly Evidence[] {
  const count = Math.floor((to - from) / every) + 1;
  return Array.from({ length: count }, (_, step) => from + step * every).map((minutes) =>
    fix(minutes, placeAt(minutes)),
  );
}

function told(evidence: readonly Evidence[], on = ground) {
  return episodesOf(evidence, on).episodes.map(({ state, startedAt, endedAt, end }) => [
    state,
    (startedAt.getTime() - START) / 60_000,
    (endedAt.getTime() - START) / 60_000,
    end,
  ]);
}

describe("an item with a tracker", () => {
  // Half a metre a second is 300 m in ten minutes.
  const drift = way({ from: 0, to: 100 }, (minutes) => east(30 * minutes));

  it("drifts", () => {
    expect(told(drift)).toEqual([["drifting", 0, 100, "open"]]);
    const { episodes, measures } = episodesOf(drift, ground);
    expect(episodes[0]?.travelledMetres).toBeCloseTo(3000, -1);
    expect(measures).toMatchObject({ strandingCount: 0, spanSeconds: 6000 });
    expect(measures.netKilometres).toBeCloseTo(3, 2);
    expect(measures.medianMetresPerSecond).toBeCloseTo(0.5, 1);
  });

  it("is stranded where it lies still for an hour, and drifts on", () => {
    const still = way({ from: 110, to: 250 }, () => east(3000));
    const on = way({ from: 260, to: 300 }, (minutes) => east(3000 + 30 * (minutes - 250)));
    expect(told([...drift, ...still, ...on])).toEqual([
      ["drifting", 0, 100, "stranded"],
      ["stranded", 100, 250, "refloated"],
      ["drifting", 250, 300, "open"],
    ]);
    const { episodes, measures } = episodesOf([...drift, ...still, ...on], ground);
    expect(episodes[1]).toMatchObject({ fixCount: 16, travelledMetres: 0, intervalSeconds: 600 });
    expect(episodes[1]?.fromKilometre).toBeCloseTo(3, 2);
    expect(measures).toMatchObject({ strandingCount: 1, strandedSeconds: 9000 });
  });

  it("is not stranded by slack water of fifty minutes", () => {
    const slack = way({ from: 110, to: 150 }, () => east(3000));
    const on = way({ from: 160, to: 200 }, (minutes) => east(3000 - 30 * (minutes - 150)));
    expect(told([...drift, ...slack, ...on])).toEqual([["drifting", 0, 200, "open"]]);
  });

  it("needs half a day without a tide, and two intervals of a slow tracker", () => {
    const still = way({ from: 0, to: 600 }, () => east(0));
    const inland = { ...ground, rules: { ...DEFAULT_EPISODE_RULES, tidal: false } };
    expect(told(still, inland)).toEqual([["drifting", 0, 600, "open"]]);
    const hourly = way({ from: 0, to: 240, every: 60 }, () => east(0));
    expect(told(hourly)).toEqual([["stranded", 0, 240, "open"]]);
    expect(told(hourly.slice(0, 2))).toEqual([["drifting", 0, 60, "open"]]);
  });

  it("stays stranded through one fix off its place that the next one takes back", () => {
    const still = way({ from: 0, to: 120 }, () => east(0));
    const off = [...still, fix(130, east(0, 200))];
    expect(told(off).at(-1)).toEqual(["drifting", 120, 130, "open"]);
    expect(told([...off, fix(140, east(0))])).toEqual([["stranded", 0, 140, "open"]]);
  });

  it("is carried when two fixes in a row are too fast, from the last place before", () => {
    const fast = [fix(110, east(8000)), fix(120, east(13_000)), fix(130, east(13_100))];
    const { episodes } = episodesOf([...drift, ...fast], ground);
    expect(told([...drift, ...fast])).toEqual([
      ["drifting", 0, 100, "carried"],
      ["carried", 100, 120, "seen"],
      ["drifting", 120, 130, "open"],
    ]);
    expect(episodes[1]?.hidden).toEqual({ from: at(110), to: at(120) });
  });

  it("is not carried by one fast step", () => {
    expect(told([...drift, fix(110, east(8000)), fix(120, east(8300))])).toHaveLength(1);
  });

  it("is carried outside the corridor, however slow, and hidden there", () => {
    const home = way({ from: 110, to: 300 }, () => east(3000, 700));
    const { episodes } = episodesOf([...drift, ...home], ground);
    expect(episodes.map(({ state }) => state)).toEqual(["drifting", "carried"]);
    expect(episodes[1]?.hidden).toEqual({ from: at(110), to: at(300) });
  });

  it("stays hidden where it was carried to, until it drifts", () => {
    const fast = [fix(110, east(8000)), fix(120, east(13_000))];
    const home = way({ from: 130, to: 300 }, () => east(13_000));
    const adrift = way({ from: 310, to: 400 }, (minutes) => east(13_000 + 30 * (minutes - 300)));
    const { episodes } = episodesOf([...drift, ...fast, ...home, ...adrift], ground);
    expect(episodes.map(({ state, hidden }) => [state, hidden !== null])).toEqual([
      ["drifting", false],
      ["carried", true],
      ["stranded", true],
      ["drifting", false],
    ]);
  });

  it("is silent after six hours, or four of its intervals", () => {
    const later = [...drift, fix(500, east(3000)), fix(510, east(3300))];
    expect(told(later)).toEqual([
      ["drifting", 0, 100, "silent"],
      ["silent", 100, 500, "seen"],
      ["drifting", 500, 510, "open"],
    ]);
    const slow = way({ from: 0, to: 2400, every: 240 }, (minutes) => east(3 * minutes));
    expect(told([...slow, fix(3200, east(9000))]).map(([state]) => state)).toEqual(["drifting"]);
  });

  it("is held from a report that took it along until it drifts again", () => {
    const home = way({ from: 120, to: 200 }, () => east(3000, 300));
    const back = way({ from: 210, to: 260 }, (minutes) => east(3000 + 30 * (minutes - 200)));
    const taken = sighting(105, null, { putBack: "taken-along" });
    const { episodes } = episodesOf([...drift, taken, ...home, ...back], ground);
    expect(told([...drift, taken, ...home, ...back])).toEqual([
      ["drifting", 0, 105, "held"],
      ["held", 105, 210, "seen"],
      ["drifting", 210, 260, "open"],
    ]);
    expect(episodes[1]?.hidden).toEqual({ from: at(120), to: new Date(at(210).getTime() - 1) });
  });

  it("is known from the report that saw it put back, though its tracker says nothing yet", () => {
    const taken = sighting(105, null, { putBack: "taken-along" });
    const back = [sighting(150, east(3000)), sighting(160, east(3000))];
    expect(told([...drift, taken, ...back]).slice(1)).toEqual([
      ["held", 105, 150, "seen"],
      ["drifting", 150, 160, "open"],
    ]);
    const on = way({ from: 170, to: 200 }, (minutes) => east(3700 + 3 * minutes));
    const { episodes } = episodesOf([...drift, taken, ...back, ...on], ground);
    expect(episodes.at(-1)).toMatchObject({ startedAt: at(150), endedAt: at(200) });
    expect(episodes.at(-1)?.hidden).toEqual({ from: at(150), to: at(200) });
  });

  it("is told nothing by places of a network", () => {
    const rough = { ...fix(105, east(3000, 4000)), network: true };
    expect(told([...drift, rough])).toEqual([["drifting", 0, 100, "open"]]);
  });
});

describe("an item without a tracker", () => {
  it("is stranded where it was seen ashore, and silent between", () => {
    expect(told([release, sighting(6000, east(9000)), sighting(9000, east(12_000))])).toEqual([
      ["silent", 0, 6000, "seen"],
      ["stranded", 6000, 6000, "silent"],
      ["silent", 6000, 9000, "seen"],
      ["stranded", 9000, 9000, "open"],
    ]);
  });

  it("lay where it was left ashore and is seen again", () => {
    const seen = [release, sighting(6000, east(9000)), sighting(9000, east(9020))];
    expect(told(seen).slice(1)).toEqual([["stranded", 6000, 9000, "open"]]);
  });

  it("is held from a report that took it along until one that saw it by the water", () => {
    const taken = sighting(300, east(9000), { putBack: "taken-along" });
    const back = sighting(9000, east(3000), { putBack: "put-back" });
    expect(told([release, taken, back])).toEqual([
      ["drifting", 0, 300, "stranded"],
      ["stranded", 300, 300, "held"],
      ["held", 300, 9000, "seen"],
      ["stranded", 9000, 9000, "open"],
    ]);
  });

  it("says where it is while nothing else is known", () => {
    expect(told([release])).toEqual([["drifting", 0, 0, "open"]]);
    expect(episodesOf([], ground).episodes).toEqual([]);
  });
});

const anyEvidence = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        "fix",
        "fix",
        "fix",
        "still",
        "still",
        "still",
        "bank",
        "taken",
        "nowhere",
      ),
      minutes: fc.constantFrom(1, 10, 10, 10, 30, 60, 400, 2000),
      metres: fc.integer({ min: -900, max: 900 }),
      north: fc.constantFrom(0, 0, 0, 30, 80, 700),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const evidence: Evidence[] = [];
    let [minutes, metres] = [0, 9000];
    for (const step of steps) {
      minutes += step.minutes;
      if (step.kind !== "still") metres += step.metres;
      const place = east(metres, step.north);
      if (step.kind === "bank") evidence.push(sighting(minutes, place));
      else if (step.kind === "taken") evidence.push(sighting(minutes, place, { putBack: "moved" }));
      else if (step.kind === "nowhere") evidence.push(sighting(minutes, null));
      else evidence.push(fix(minutes, place));
    }
    return evidence;
  });

describe("episodes of any evidence", () => {
  it("cover it from the first to the last, one after the other", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { episodes } = episodesOf(evidence, ground);
        if (evidence.length === 0) return;
        const placed = evidence.filter(({ position }) => position);
        if (placed.length !== evidence.length) return;
        expect(episodes[0]?.startedAt).toEqual(evidence[0]?.time);
        expect(episodes.at(-1)?.endedAt).toEqual(evidence.at(-1)?.time);
        episodes.forEach((episode, index) => {
          expect(episode.endedAt.getTime()).toBeGreaterThanOrEqual(episode.startedAt.getTime());
          const next = episodes[index + 1];
          if (next) expect(next.startedAt).toEqual(episode.endedAt);
        });
      }),
    );
  });

  it("are the same told in one go, piece by piece, or after a night on the disk", () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(60), (evidence, cut) => {
        const begun = advanceEpisodes(EMPTY_FOLD, evidence.slice(0, cut), ground);
        const kept = JSON.parse(JSON.stringify(begun.fold));
        const gone = advanceEpisodes(kept, evidence.slice(cut), ground);
        const rest = tellEpisodes(gone.fold, ground);
        const whole = episodesOf(evidence, ground);
        const parts: readonly Episode[] = [...begun.closed, ...gone.closed, ...rest.open];
        expect(parts).toEqual(whole.episodes);
        expect(rest.measures).toEqual(whole.measures);
      }),
    );
  });

  it("hide every fix that was taken outside the corridor", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { episodes } = episodesOf(evidence, ground);
        for (const { kind, time, position } of evidence) {
          if (kind !== "fix" || river.isWater(position)) continue;
          const isHidden = episodes.some(
            ({ hidden }) => hidden && hidden.from <= time && time <= hidden.to,
          );
          expect(isHidden).toBe(true);
        }
      }),
    );
  });

  it("need no more room for a long stranding than for a short one", () => {
    const long = way({ from: 0, to: 20_000, every: 1 }, (minutes) => east((minutes * 7) % 20));
    const { fold } = advanceEpisodes(EMPTY_FOLD, long, ground);
    expect(JSON.stringify(fold).length).toBeLessThan(20_000);
  });
});
