import { buffer } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type LabelSheet, labelPlace } from "@zpr/model";
import type { LabelMaker, LabelOrder } from "@zpr/ports";
import PDFDocument from "pdfkit";
import { readLabelFonts, type Weight } from "./label-font.ts";
import { type Box, type LabelLayout, layOutLabel, lineFor, POINTS } from "./label-layout.ts";
import { type QrModules, QUIET_MODULES, qrCode } from "./qr-code.ts";

type Pdf = InstanceType<typeof PDFDocument>;

const CUT_MARK = 1.5 * POINTS;
const HAIRLINE = 0.25;

/** Labels as a PDF: QR codes as vectors, the typeface embedded. */
export const pdfLabelMaker: LabelMaker = {
  async make(order) {
    const fonts = await readLabelFonts();
    const pdf = new PDFDocument({ autoFirstPage: false, info: { Title: "Labels" } });
    for (const weight of ["regular", "bold"] as const) pdf.registerFont(weight, fonts[weight]);
    const done = buffer(pdf);
    const layout = layOut(pdf, order);
    const outcome = await drawLabels(pdf, order, layout);
    pdf.end();
    return outcome === "too-small" ? outcome : done;
  },
};

/** One arrangement for all: the widest code decides. */
function layOut(pdf: Pdf, { codes, sheet, languages, publicUrl }: LabelOrder): LabelLayout {
  const measure = (text: string, weight: Weight, size: number) => {
    pdf.font(weight, size);
    const texts = text.includes("{") ? codes.map((code) => lineFor(text, code)) : [text];
    return texts.reduce((widest, one) => Math.max(widest, pdf.widthOfString(one)), 0);
  };
  const host = `${publicUrl.replace(/^https?:\/\//, "")}/`;
  return layOutLabel(sheet.label, { host, languages }, measure);
}

async function drawLabels(
  pdf: Pdf,
  order: LabelOrder,
  layout: LabelLayout,
): Promise<"too-small" | "drawn"> {
  const { sheet, codes, skip, publicUrl } = order;
  let page = -1;
  for (const [index, code] of codes.entries()) {
    const place = labelPlace(sheet, skip + index);
    if (page !== place.page) {
      // Thousands of labels take seconds; whoever else is waiting gets a turn in between.
      await nextTurn();
      const { width, height } = sheet.page;
      pdf.addPage({ size: [width * POINTS, height * POINTS], margin: 0 });
      page = place.page;
    }
    const modules = qrCode(`${publicUrl}/${code}`, layout.qr.width / POINTS);
    if (!modules) return "too-small";
    pdf.save().translate(place.left * POINTS, place.top * POINTS);
    drawQr(pdf, layout.qr, modules);
    drawLines(pdf, layout, code);
    if (order.cutMarks) drawCutMarks(pdf, sheet.label);
    pdf.restore();
  }
  return "drawn";
}

/** One shape, filled at once, so that no renderer shows seams between modules. */
function drawQr(pdf: Pdf, { left, top, width }: Box, modules: QrModules): void {
  const module = width / (modules.length + 2 * QUIET_MODULES);
  pdf
    .save()
    .translate(left + QUIET_MODULES * module, top + QUIET_MODULES * module)
    .scale(module);
  for (const [y, row] of modules.entries())
    for (const { x, length } of darkRuns(row)) pdf.rect(x, y, length, 1);
  pdf.fill("black").restore();
}

function darkRuns(
  row: readonly boolean[],
): readonly { readonly x: number; readonly length: number }[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    return { x, length: (end < 0 ? row.length : end) - x };
  });
}

function drawLines(pdf: Pdf, { column, align, lines }: LabelLayout, code: string): void {
  for (const { text, weight, size, top } of lines) {
    const line = lineFor(text, code);
    pdf.font(weight, size);
    const spare = align === "center" ? (column.width - pdf.widthOfString(line)) / 2 : 0;
    pdf.text(line, column.left + spare, top, { lineBreak: false });
  }
}

/** Short lines away from each corner along the edges, where nothing else is. */
function drawCutMarks(pdf: Pdf, label: LabelSheet["label"]): void {
  const [right, bottom] = [label.width * POINTS, label.height * POINTS];
  for (const [x, towards] of [
    [0, 1],
    [right, -1],
  ] as const)
    for (const [y, down] of [
      [0, 1],
      [bottom, -1],
    ] as const)
      pdf
        .moveTo(x + towards * CUT_MARK, y)
        .lineTo(x, y)
        .lineTo(x, y + down * CUT_MARK);
  pdf.lineWidth(HAIRLINE).stroke("black");
}
