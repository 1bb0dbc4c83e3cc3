import { expect, it } from "vitest";
import { type KilometreLine, kilometrePosts, stretchOf } from "./along-line.ts";

const LINE: KilometreLine = {
  name: "Scheldt",
  coordinates: [
    [4, 51],
    [4.1, 51],
    [4.4, 51],
  ],
  kilometres: { from: 10, to: 50 },
};

it("sets posts at round kilometres, no more than a map has room for", () => {
  const posts = kilometrePosts([LINE]);
  expect(posts.map(({ kilometre }) => kilometre).slice(0, 3)).toEqual([10, 12, 14]);
  expect(posts.at(-1)).toMatchObject({ kilometre: 50, position: [4.4, 51] });
  expect(posts.find(({ kilometre }) => kilometre === 30)?.position[0]).toBeCloseTo(4.2);
  expect(kilometrePosts([{ ...LINE, kilometres: null }])).toEqual([]);
});

it("cuts the stretch between two kilometres, corners included", () => {
  const stretch = stretchOf(LINE, 0, 30);
  expect(stretch?.map(([x]) => Number(x.toFixed(3)))).toEqual([4, 4.1, 4.2]);
  expect(stretchOf(LINE, 60, 70)).toBeUndefined();
});
