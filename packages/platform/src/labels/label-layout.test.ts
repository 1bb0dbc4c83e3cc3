import { LABEL_SHEETS, LOCALES, labelSheet } from "@zpr/model";
import fc from "fast-check";
import PDFDocument from "pdfkit";
import { beforeAll, describe, expect, it } from "vitest";
import { type Measure, readLabelFonts } from "./label-font.ts";
import { LINE_HEIGHT, layOutLabel, lineFor, POINTS } from "./label-layout.ts";

/** As wide as codes get. */
const CODE = "WWWWWW";

describe("a label's layout", () => {
  let measure: Measure;
  beforeAll(async () => {
    const pdf = new PDFDocument();
    const fonts = await readLabelFonts();
    for (const weight of ["regular", "bold"] as const) pdf.registerFont(weight, fonts[weight]);
    measure = (text, weight, size) => pdf.font(weight, size).widthOfString(lineFor(text, CODE));
  });

  const sizes = fc.oneof(
    fc.constantFrom(...LABEL_SHEETS),
    fc
      .tuple(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 10, max: 120 }))
      .map((both) => both.join("x")),
  );
  const hosts = fc.stringMatching(/^[a-z]{1,30}[.][a-z]{2,6}$/).map((host) => `${host}/`);

  it("keeps every line inside, below the one before, and beside or below the QR code", () => {
    fc.assert(
      fc.property(sizes, hosts, fc.subarray([...LOCALES]), (name, host, languages) => {
        const label = labelSheet(name)?.label ?? { width: 0, height: 0 };
        const { qr, column, lines } = layOutLabel(label, { host, languages }, measure);
        let bottom = column.top - 0.01;
        for (const { text, weight, size, top } of lines) {
          expect(top).toBeGreaterThanOrEqual(bottom);
          expect(measure(text, weight, size)).toBeLessThanOrEqual(column.width + 0.01);
          bottom = top + size * LINE_HEIGHT - 0.01;
        }
        expect(bottom).toBeLessThanOrEqual(column.top + column.height + 0.01);
        expect(column.left + column.width).toBeLessThan(label.width * POINTS);
        expect(column.top + column.height).toBeLessThan(label.height * POINTS);
        expect(column.left >= qr.left + qr.width || column.top >= qr.top + qr.height).toBe(true);
      }),
    );
  });

  it("drops languages where there is no room, then the sentence, never code and address", () => {
    const linesOn = (name: string) => {
      const label = labelSheet(name)?.label ?? { width: 0, height: 0 };
      const content = { host: "river.example/", languages: LOCALES };
      return layOutLabel(label, content, measure)
        .lines.map(({ text }) => text)
        .join(" ");
    };
    expect(linesOn("100x150")).toMatch(/bank, exactly where I lay.*oever.*rive.*Ufer/);
    expect(linesOn("L7160")).toMatch(/^\{spaced code\} river.example\/\{code\} .*bank.*oever/);
    expect(linesOn("L4731")).toBe("{spaced code} river.example/ {code}");
  });
});
