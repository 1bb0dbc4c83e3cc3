import type { Evidence, Position } from "@zpr/model";
import { expect, test } from "vitest";
import { toFeatures } from "./journey-features.ts";

const WINTAM: Position = [4.3106, 51.1107];
const HEMIKSEM: Position = [4.3372, 51.1493];
const TEMSE: Position = [4.2117, 51.1236];

function fix(hour: number, position: Position, network = false): Evidence {
  const time = new Date(Date.UTC(2020, 6, 7, hour));
  return { kind: "fix", time, position, trackerId: 3, network };
}

test("a track goes past what the network placed, which is drawn apart", () => {
  const features = toFeatures([fix(8, WINTAM), fix(9, TEMSE, true), fix(10, HEMIKSEM)]);
  expect(features.map(({ id, geometry }) => ({ id, geometry }))).toEqual([
    { id: "track-3", geometry: { type: "LineString", coordinates: [WINTAM, HEMIKSEM] } },
    { id: "network-3", geometry: { type: "MultiPoint", coordinates: [TEMSE] } },
  ]);
  expect(features[1]?.properties).toEqual({
    kind: "network",
    trackerId: 3,
    times: [new Date("2020-07-07T09:00:00Z")],
  });
});
