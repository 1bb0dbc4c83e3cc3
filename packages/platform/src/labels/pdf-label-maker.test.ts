import { itemCodeFromNumber, LABEL_SHEETS, LOCALES, labelPlace, labelSheet } from "@zpr/model";
import type { LabelOrder } from "@zpr/ports";
import { describe, expect, it } from "vitest";
import { pdfLabelMaker } from "./pdf-label-maker.ts";
import { type PrintedPage, printPages, scanPage } from "./testing.ts";

const DOTS_PER_INCH = 300;
const DOTS_PER_MILLIMETRE = DOTS_PER_INCH / 25.4;
const ROLLS = ["62x29", "50x50", "25x60"];

function codesFrom(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => itemCodeFromNumber(first + index * 7919));
}

function orderOn(name: string, changes: Partial<LabelOrder> = {}): LabelOrder {
  const sheet = labelSheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return {
    codes: codesFrom(4711, 5),
    sheet,
    skip: 0,
    languages: LOCALES,
    publicUrl: "https://river.example",
    cutMarks: false,
    ...changes,
  };
}

async function print(order: LabelOrder): Promise<readonly PrintedPage[]> {
  const pdf = await pdfLabelMaker.make(order);
  if (pdf === "too-small") throw new Error(`too small: ${order.sheet.name}`);
  return printPages(pdf, DOTS_PER_INCH);
}

describe("labels", () => {
  it.each([...LABEL_SHEETS, ...ROLLS])(
    "%s: every label is read back, in its place, and its edge is free",
    async (name) => {
      const order = orderOn(name, { skip: name.includes("x") ? 0 : 2 });
      const pages = await print(order);
      const scanned = await Promise.all(pages.map(scanPage));
      const found = scanned.flatMap((codes, page) =>
        codes.map(({ text, topLeft }) => [text, labelAt(order, { page, ...topLeft })]),
      );
      const expected = order.codes.map((code, index) => [
        `https://river.example/${code}`,
        order.skip + index,
      ]);
      expect(found.sort(byText)).toEqual(expected.sort(byText));
      expect(pages.map((page) => inkOutside(page, order))).toEqual(pages.map(() => 0));
    },
  );

  it.each(["62x29", "L7120", "L7651"])(
    "%s: is read although a scratch goes right through it",
    async (name) => {
      const order = orderOn(name, { codes: codesFrom(815, 1) });
      const [page] = await print(order);
      const [code] = page ? await scanPage(page) : [];
      if (!page || !code) throw new Error("nothing was printed");
      const scratch = (code.bottomRight.y - code.topLeft.y) / 12;
      const middle = Math.round(code.topLeft.y * 0.4 + code.bottomRight.y * 0.6);
      page.data.fill(255, middle * page.width * 4, (middle + Math.round(scratch)) * page.width * 4);
      expect(await scanPage(page)).toMatchObject([{ text: code.text }]);
    },
  );

  it("goes on on another sheet, and marks corners only when asked", async () => {
    const codes = codesFrom(1, 30);
    const plain = await print(orderOn("L7120", { codes, skip: 6 }));
    expect(plain).toHaveLength(2);
    const order = orderOn("L7120", { codes, skip: 6, cutMarks: true });
    const [marked] = await print(order);
    expect(marked && inkOutside(marked, order)).toBeGreaterThan(100);
  });

  it("refuses a label on which the address could not be scanned", async () => {
    const order = orderOn("10x10", { publicUrl: `https://${"long.".repeat(20)}example` });
    expect(await pdfLabelMaker.make(order)).toBe("too-small");
  });

  it("makes 900 labels in a few seconds of a processor", async () => {
    const started = process.cpuUsage();
    const pdf = await pdfLabelMaker.make(orderOn("L7160", { codes: codesFrom(1, 900) }));
    expect(pdf.length).toBeGreaterThan(100_000);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});

/** The number of the label a point is on, -1 for none. */
function labelAt(
  { sheet }: LabelOrder,
  point: { readonly page: number; readonly x: number; readonly y: number },
): number {
  const perPage = sheet.columns * sheet.rows;
  const x = point.x / DOTS_PER_MILLIMETRE;
  const y = point.y / DOTS_PER_MILLIMETRE;
  for (let index = point.page * perPage; index < (point.page + 1) * perPage; index++) {
    const { left, top } = labelPlace(sheet, index);
    const isInside =
      x >= left && x <= left + sheet.label.width && y >= top && y <= top + sheet.label.height;
    if (isInside) return index;
  }
  return -1;
}

/** How many pixels are dark although they are on no label, or nearer than half a millimetre to its edge. */
function inkOutside({ width, height, data }: PrintedPage, { sheet }: LabelOrder): number {
  const rest = data.slice();
  const near = 0.5;
  for (let index = 0; index < sheet.columns * sheet.rows; index++) {
    const { left, top } = labelPlace(sheet, index);
    const from = Math.ceil((left + near) * DOTS_PER_MILLIMETRE) - 1;
    const to = Math.floor((left + sheet.label.width - near) * DOTS_PER_MILLIMETRE) + 1;
    const bottom = Math.floor((top + sheet.label.height - near) * DOTS_PER_MILLIMETRE) + 1;
    for (let y = Math.ceil((top + near) * DOTS_PER_MILLIMETRE) - 1; y < bottom && y < height; y++)
      rest.fill(255, 4 * (y * width + from), 4 * (y * width + to));
  }
  let dark = 0;
  for (let pixel = 0; pixel < rest.length; pixel += 4) if ((rest[pixel] ?? 255) < 128) dark++;
  return dark;
}

function byText([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
