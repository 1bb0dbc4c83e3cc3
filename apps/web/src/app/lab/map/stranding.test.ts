import { expect, it } from "vitest";
import { lastingIn, type Stranding, strandingsOf } from "./stranding.ts";

const episode = (startedAt: string, endedAt: string, from: [number, number] | null = [4.3, 51.1]) =>
  ({ itemCode: "0004GD", startedAt, endedAt, from }) as unknown as Stranding;
const EPISODES = [
  episode("2026-07-01T10:00:00Z", "2026-07-01T16:00:00Z"),
  episode("2026-07-02T10:00:00Z", "2026-07-04T10:00:00Z"),
  episode("2026-07-05T10:00:00Z", "2026-07-05T12:00:00Z", null),
];
const at = (text: string) => Date.parse(`2026-${text}:00Z`);

it("a stranding is known by its item and its beginning, and lasts for hours", () => {
  const strandings = strandingsOf(EPISODES);
  expect(strandings.map(({ hours }) => hours)).toEqual([6, 48]);
  expect(strandings[0]?.id).toBe(`0004GD.${at("07-01T10:00")}`);
  expect(strandings[0]?.at).toEqual([4.3, 51.1]);
});

it("strandings are there while they last", () => {
  const strandings = strandingsOf(EPISODES);
  const lasting = (from: string, to: string, moment?: string) =>
    lastingIn(
      strandings,
      { from: at(from), to: at(to) },
      moment === undefined ? undefined : at(moment),
    ).map(({ hours }) => hours);
  expect(lasting("07-01T00:00", "07-09T00:00")).toEqual([6, 48]);
  expect(lasting("07-01T16:00", "07-02T09:00")).toEqual([6]);
  expect(lasting("07-01T00:00", "07-09T00:00", "07-03T00:00")).toEqual([48]);
  expect(lasting("07-01T00:00", "07-09T00:00", "07-08T00:00")).toEqual([]);
});
