import type { Evidence, Position } from "@zpr/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, EMPTY_JOURNEY, measuresOf, measuresOfState } from "./journey.ts";

const START = Date.parse("2020-07-07T06:00:00Z");
const MINUTE = 60_000;
const WINTAM: Position = [4.3106, 51.1107];

function at(minutes: number): Date {
  return new Date(START + minutes * MINUTE);
}

function fix(minutes: number, position: Position): Evidence {
  return { kind: "fix", time: at(minutes), position, trackerId: 1, network: false };
}

function networkFix(minutes: number, position: Position): Evidence {
  return { kind: "fix", time: at(minutes), position, trackerId: 1, network: true };
}

function release(minutes: number, position: Position): Evidence {
  return { kind: "release", time: at(minutes), position, place: "Wintam" };
}

function sighting(minutes: number, position: Position | null): Evidence {
  const said = { condition: "worn", surroundings: "bank", putBack: "put-back" } as const;
  return { kind: "sighting", time: at(minutes), position, id: `${minutes}`, ...said };
}

/** A place some metres to the east and north of another; good to a millimetre for some kilometres at this latitude. */
function moved([longitude, latitude]: Position, east: number, north: number): Position {
  return [longitude + east / 70_023.5, latitude + north / 111_252.5];
}

const anyEvidence = fc
  .array(
    fc.record({
      kind: fc.constantFrom("release", "fix", "networkFix", "sighting", "elsewhere"),
      east: fc.double({ min: -900, max: 900, noNaN: true }),
      north: fc.double({ min: -900, max: 900, noNaN: true }),
    }),
    { maxLength: 30 },
  )
  .map((pieces) =>
    pieces.map(({ kind, east, north }, minutes): Evidence => {
      if (kind === "elsewhere") return sighting(minutes, null);
      const make = { release, fix, networkFix, sighting }[kind];
      return make(minutes, moved(WINTAM, east, north));
    }),
  );

describe("the measures of a journey", () => {
  it("are nothing for an item nobody has seen", () => {
    expect(measuresOf([])).toEqual({
      startedAt: null,
      lastAt: null,
      lastPosition: null,
      lastEvidence: null,
      travelledMetres: 0,
      netMetres: 0,
      fixCount: 0,
      sightingCount: 0,
    });
  });

  it("add up the geodesics along the way, and measure from end to end", () => {
    // From the GDA technical manual: Flinders Peak to Buninyong, 54,972.271 m, and back again.
    const flinders: Position = [144 + 25 / 60 + 29.52442 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)];
    const buninyong: Position = [
      143 + 55 / 60 + 35.38393 / 3600,
      -(37 + 39 / 60 + 10.15611 / 3600),
    ];
    const there = [release(0, flinders), fix(60, buninyong)];
    expect(measuresOf(there).travelledMetres).toBeCloseTo(54_972.271, 2);
    expect(measuresOf(there).netMetres).toBeCloseTo(54_972.271, 2);
    const back = measuresOf([...there, sighting(120, flinders)]);
    expect(back.travelledMetres).toBeCloseTo(2 * 54_972.271, 2);
    expect(back.netMetres).toBe(0);
  });

  it("say when and where it began, when, where and how it was last seen, and count", () => {
    const end = moved(WINTAM, 300, 0);
    const evidence = [release(0, WINTAM), fix(5, end), sighting(9, end), sighting(12, null)];
    expect(measuresOf(evidence)).toMatchObject({
      startedAt: at(0),
      lastAt: at(9),
      lastPosition: end,
      lastEvidence: "sighting",
      fixCount: 1,
      sightingCount: 2,
    });
  });

  it("follow what the network tells, without a metre of the kilometres it is off", () => {
    const [far, end] = [moved(WINTAM, -4000, 3000), moved(WINTAM, 0, 100)];
    const way = [release(0, WINTAM), networkFix(5, far), fix(9, end)];
    const along = measuresOf([release(0, WINTAM), fix(9, end)]);
    expect(measuresOf(way)).toEqual({ ...along, fixCount: 2 });
    expect(measuresOf([...way, networkFix(12, far)])).toEqual({
      ...along,
      fixCount: 3,
      lastAt: at(12),
      lastPosition: far,
    });
    expect(measuresOf([networkFix(0, WINTAM), networkFix(5, far)])).toMatchObject({
      lastPosition: far,
      travelledMetres: 0,
      netMetres: 0,
    });
  });

  it("do not let a tracker that lies still travel on its noise of 12 m", () => {
    const metres = Array.from({ length: 50 }, (_, seed) => {
      const random = uniform(seed);
      // Five days, every half hour, as the drifters on the roof of docs/science.md.
      const places = Array.from({ length: 240 }, () => moved(WINTAM, gauss(random), gauss(random)));
      return measuresOf(places.map((place, step) => fix(step * 30, place))).travelledMetres;
    });
    // The sum of all steps would be about 3,600 m.
    expect(metres.reduce((sum, one) => sum + one, 0) / metres.length).toBeLessThan(20);
    expect(Math.max(...metres)).toBeLessThan(150);
  });

  it("miss no more than a noise floor of a slow straight drift", () => {
    const steps = Array.from({ length: 200 }, (_, minutes) =>
      fix(minutes, moved(WINTAM, 7 * minutes, 0)),
    );
    const { travelledMetres, netMetres } = measuresOf(steps);
    expect(netMetres).toBeCloseTo(7 * 199, 0);
    expect(netMetres - travelledMetres).toBeLessThan(50);
    expect(travelledMetres).toBeLessThanOrEqual(netMetres + 1e-6);
  });

  it("are the same told in one go, in two, or after a night on the disk", () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(30), (evidence, cut) => {
        const begun = evidence.slice(0, cut).reduce(advance, EMPTY_JOURNEY);
        const kept = JSON.parse(JSON.stringify(begun));
        expect(measuresOfState(evidence.slice(cut).reduce(advance, kept))).toEqual(
          measuresOf(evidence),
        );
      }),
    );
  });

  it("never have a way shorter than from end to end, but for the noise", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { travelledMetres, netMetres } = measuresOf(evidence);
        expect(travelledMetres + 50).toBeGreaterThan(netMetres);
      }),
    );
  });
});

/** Numbers from 0 to 1, the same ones for the same seed (an LCG with the constants of POSIX). */
function uniform(seed: number): () => number {
  let state = BigInt(seed * 7919 + 1);
  return () => {
    state = (state * 0x5deece66dn + 11n) & 0xffffffffffffn;
    return (Number(state) + 1) / 2 ** 48;
  };
}

/** Metres east or north of a tracker whose radial error is 12 m (1 sigma), by Box and Muller. */
function gauss(random: () => number): number {
  const radius = (12 / Math.SQRT2) * Math.sqrt(-2 * Math.log(random()));
  return radius * Math.cos(2 * Math.PI * random());
}
