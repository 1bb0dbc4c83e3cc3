import { describe, expect, it } from "vitest";
import { finderPage } from "./finder-path.ts";

function pageAt(path: string) {
  return finderPage(new URL(path, "https://zpr.example"));
}

describe("finderPage", () => {
  it("opens the report form of a code, however it is written", () => {
    for (const path of ["/7KM2QX", "/7km2qx", "/7km-2qx/", "/7km%202qx"])
      expect(pageAt(path)).toEqual({ kind: "item", code: "7KM2QX" });
  });

  it("asks to compare a code that is not right", () => {
    expect(pageAt("/7KM2QY")).toEqual({ kind: "home", mistyped: "7KM2QY" });
    expect(pageAt("/%E0%A4%A")).toEqual({ kind: "home", mistyped: "%E0%A4%A" });
    expect(pageAt("/")).toEqual({ kind: "home", mistyped: "" });
  });

  it("knows the page of reports and of journeys", () => {
    expect(pageAt("/found")).toEqual({ kind: "found", report: "", code: undefined });
    expect(pageAt("/found?report=abc")).toMatchObject({ report: "abc" });
    expect(pageAt("/found?code=7km2qx")).toMatchObject({ code: "7KM2QX" });
  });

  it("knows the page about privacy", () => {
    expect(pageAt("/privacy")).toEqual({ kind: "privacy" });
  });

  it("leaves all else to who answers there", () => {
    for (const path of ["/lab", "/lab/trackers", "/auth/login", "/api/docs", "/river.svg"])
      expect(pageAt(path)).toBeUndefined();
  });
});
