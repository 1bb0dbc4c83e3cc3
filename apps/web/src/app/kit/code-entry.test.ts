import { describe, expect, it } from "vitest";
import { codeInScan, readCode } from "./code-entry.ts";

describe("readCode", () => {
  it.each(["7KM2QX", "7km 2qx", " 7k-m2-qx ", "https://zpr.example/7km2qx", "zpr.example/7KM2QX/"])(
    "takes %s",
    (text) => {
      expect(readCode(text)).toEqual({ kind: "right", code: "7KM2QX" });
    },
  );

  it("forgives O for 0 and I or L for 1", () => {
    expect(readCode("bOttil")).toEqual({ kind: "right", code: "B0TT11" });
  });

  it("says what is missing while somebody types", () => {
    expect(readCode(" - ")).toEqual({ kind: "empty" });
    expect(readCode("7K")).toEqual({ kind: "typing", toGo: 4 });
    expect(readCode("7KM2QXX")).toEqual({ kind: "long" });
  });

  it("names a character that no label has", () => {
    expect(readCode("7Ku")).toEqual({ kind: "foreign", character: "U" });
    expect(readCode("7K€")).toEqual({ kind: "foreign", character: "€" });
  });

  it("tells a slip as soon as six characters stand there", () => {
    expect(readCode("7KM2QY")).toEqual({ kind: "slip" });
    expect(readCode("K7M2QX")).toEqual({ kind: "slip" });
  });
});

describe("codeInScan", () => {
  it("finds the code at the end of an address and nowhere else", () => {
    expect(codeInScan("https://zpr.example/7KM2QX?utm=1")).toBe("7KM2QX");
    expect(codeInScan("7km2qx")).toBe("7KM2QX");
    expect(codeInScan("https://zpr.example/7KM2QX/about")).toBeUndefined();
    expect(codeInScan("WIFI:S:home;T:WPA;;")).toBeUndefined();
  });
});
