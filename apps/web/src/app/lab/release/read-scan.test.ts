import { itemCodeFromNumber } from "@zpr/model";
import { describe, expect, it } from "vitest";
import { readScan, viewMemory } from "./read-scan.ts";

const code = itemCodeFromNumber(40_001);
const trackers = [
  { id: 1, uniqueId: "356307042441013" },
  { id: 2, uniqueId: "70b3d57ed0001a2b" },
  { id: 3, uniqueId: "12" },
];

describe("readScan", () => {
  it.each([
    ["356307042441013", 1],
    ["IMEI:356307042441013;SN:0012", 1],
    ["70:B3:D5:7E:D0:00:1A:2B", 2],
    ["LW:D0:70B3D57ED0000000:70B3D57ED0001A2B:0001", 2],
    ["12", 3],
  ])("knows the tracker in %s", (text, trackerId) => {
    expect(readScan(text, trackers)).toEqual({ kind: "tracker", trackerId });
  });

  it("knows an item by its label, and nothing else", () => {
    expect(readScan(`https://zpr.example/${code}`, trackers)).toEqual({ kind: "item", code });
    expect(readScan(code.toLowerCase(), trackers)).toEqual({ kind: "item", code });
    expect(readScan("356307042449999", trackers)).toEqual({ kind: "unknown" });
    expect(readScan("https://zpr.example/12", trackers)).toEqual({ kind: "unknown" });
  });
});

describe("viewMemory", () => {
  it("tells a text once while it stays in view, and again when it comes back", () => {
    const fresh = viewMemory();
    expect(fresh(["a"], 0)).toEqual(["a"]);
    expect(fresh(["a", "b"], 1500)).toEqual(["b"]);
    expect(fresh(["a"], 3000)).toEqual([]);
    expect(fresh(["a"], 5500)).toEqual(["a"]);
  });
});
