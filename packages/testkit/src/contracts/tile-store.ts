import { tileKey } from "@zpr/model";
import type { TileQuery, TileStore } from "@zpr/ports";
import { describe, expect, it } from "vitest";
import { at, BOTTLE, FOUND, NOW, RIVER, type RiverFacts, WITH_NETWORK } from "../facts/river.ts";

type Make = (facts: RiverFacts) => Promise<TileStore>;

/** What every tile store promises, whatever it is made of. Each adapter's test calls this with itself. */
export function describeTileStore(name: string, make: Make): void {
  describe(`${name} is a tile store`, () => {
    it("gives single points while there are few, as the public may see them", async () => {
      const { fixes } = await make(RIVER);
      const content = await fixes(WORLD);
      const points = content.kind === "points" ? content.points : [];
      expect(points).toHaveLength(5);
      expect(points.find(({ time }) => +time === +at("05-03T09:00"))).toMatchObject({
        tileKey: tileKey([4.4, 51.22]),
        trackerId: 1,
        flagged: false,
        itemCode: BOTTLE,
      });
    });

    it("gives members the flagged and the undeployed ones too, marked", async () => {
      const { fixes } = await make(RIVER);
      const content = await fixes({ ...WORLD, view: { studies: [1], now: NOW } });
      const points = content.kind === "points" ? content.points : [];
      expect(points.filter(({ flagged }) => flagged)).toHaveLength(3);
      expect(points.filter(({ itemCode }) => itemCode === null)).toHaveLength(2);
    });

    it("marks what the network placed, for everybody, in cells of its own", async () => {
      const { fixes } = await make(WITH_NETWORK);
      const content = await fixes(WORLD);
      const points = content.kind === "points" ? content.points : [];
      expect(points).toHaveLength(6);
      expect(points.filter(({ network }) => network)).toMatchObject([{ flagged: false }]);
      const summed = await fixes({ ...WORLD, maxPoints: 1 });
      const cells = summed.kind === "cells" ? summed.cells : [];
      expect(cells.filter(({ network }) => network)).toMatchObject([{ count: 1, flagged: false }]);
    });

    it("sums up by cell what is too much, flagged ones apart, losing none", async () => {
      const { fixes } = await make(RIVER);
      const content = await fixes({ ...WORLD, view: { studies: "all", now: NOW }, maxPoints: 10 });
      const cells = content.kind === "cells" ? content.cells : [];
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(11);
      expect(
        cells.filter(({ flagged }) => flagged).reduce((sum, { count }) => sum + count, 0),
      ).toBe(3);
      const antwerp = Math.floor(tileKey([4.4, 51.22]) / 4 ** 20);
      const cell = cells.find(({ key, flagged }) => key === antwerp && !flagged);
      expect(cell?.newest).toEqual(at("05-10T10:00"));
    });

    it("keeps to the tile, a study and a span of time", async () => {
      const { fixes } = await make(RIVER);
      const [x, y] = [Math.floor(((4.4 + 180) / 360) * 4096), 1367];
      expect(await count(fixes({ ...WORLD, z: 12, x, y }))).toBe(1);
      expect(await count(fixes({ ...WORLD, z: 12, x: x + 2, y }))).toBe(0);
      expect(await count(fixes({ ...WORLD, studyId: 2 }))).toBe(2);
      expect(await count(fixes({ ...WORLD, studyId: 3 }))).toBe(0);
      expect(await count(fixes({ ...WORLD, during: { from: at("05-08T09:00") } }))).toBe(2);
    });

    it("gives sightings with a place", async () => {
      const { sightings } = await make(RIVER);
      const content = await sightings(WORLD);
      const points = content.kind === "points" ? content.points : [];
      expect(points.map(({ itemCode }) => itemCode).sort()).toEqual([BOTTLE, FOUND].sort());
      expect((await sightings({ ...WORLD, maxPoints: 1 })).kind).toBe("cells");
      expect(await count(sightings({ ...WORLD, studyId: 2 }))).toBe(0);
    });
  });
}

const WORLD: TileQuery = {
  view: { studies: [], now: NOW },
  z: 0,
  x: 0,
  y: 0,
  maxPoints: 100,
  cellLevel: 6,
};

async function count(content: ReturnType<TileStore["fixes" | "sightings"]>): Promise<number> {
  const found = await content;
  return found.kind === "points" ? found.points.length : -1;
}
