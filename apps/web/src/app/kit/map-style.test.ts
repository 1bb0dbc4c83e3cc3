import { describe, expect, it } from "vitest";
import { basemapStyle } from "./map-style.ts";

describe.each([
  ["day", false],
  ["night", true],
])("the bundled base map by %s", (_, dark) => {
  const style = basemapStyle(dark);

  it("draws only from what it brings along: no other server is asked", () => {
    const drawn = new Set(style.layers.flatMap((layer) => ("source" in layer ? layer.source : [])));
    expect([...drawn].sort()).toEqual(Object.keys(style.sources).sort());
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
    expect(style.glyphs).toBeUndefined();
  });

  it("fills areas only, as the centre line of the Scheldt is in the same file", () => {
    const fill = style.layers.find(({ id }) => id === "scheldt");
    expect(fill).toMatchObject({ type: "fill", filter: ["==", ["geometry-type"], "Polygon"] });
  });

  it("says whose data it shows, and that the tidal Scheldt is schematic", () => {
    expect(JSON.stringify(style.sources)).toMatch(/GSHHG.*LGPL.*schematic/);
  });

  it("names places above everything else", () => {
    const kinds = style.layers.map(({ type }) => type);
    expect(kinds.lastIndexOf("fill")).toBeLessThan(kinds.indexOf("symbol"));
    expect(kinds.lastIndexOf("line")).toBeLessThan(kinds.indexOf("symbol"));
  });
});
