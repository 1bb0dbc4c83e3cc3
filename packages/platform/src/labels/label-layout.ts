import type { LabelSheet, Locale } from "@zpr/model";
import type { Measure, Weight } from "./label-font.ts";
import { LABEL_TEXTS } from "./label-texts.ts";
import { wrapText } from "./wrap-text.ts";

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

/** A square or rectangle on a label, in points from the label's left and top. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text on a label; `top` and `size` in points. */
interface Line {
  /** With `{code}` or `{spaced code}` where the label's own code is to stand. */
  readonly text: string;
  readonly weight: Weight;
  readonly size: number;
  readonly top: number;
}

/** Where things are on a label. All labels of an order share it. */
export interface LabelLayout {
  /** The QR code with its quiet zone. */
  readonly qr: Box;
  /** What lines are set in, and how. */
  readonly column: Box;
  readonly align: "left" | "center";
  readonly lines: readonly Line[];
}

/** What is to be set on labels. */
export interface LabelContent {
  /** What comes before the code in the address that people type: host and slash. */
  readonly host: string;
  readonly languages: readonly Locale[];
}

/** A line as it stands on the label of a code; codes are read in two groups of three. */
export function lineFor(text: string, code: string): string {
  return text
    .replace("{spaced code}", `${code.slice(0, 3)} ${code.slice(3)}`)
    .replace("{code}", code);
}

/** The height of a line by its size: ascenders and descenders of the typeface, and a little air. */
export const LINE_HEIGHT = 1.2;
/** Printers miss the label by up to this much, in points; nothing but paper is nearer to its edge. */
const INSET = 0.5 * POINTS;
const LARGEST_CODE = 44;
/** Of what is read on: comfortable, still readable, and for want of room. An address is typed once, so it may be smaller. */
const SIZES = { largest: 11, readable: 6, smallest: 5, smallestAddress: 4.25 } as const;
const SIZE_STEP = 0.25;

/** Arranges a label: QR code and code always, then the address, then as many languages as can be read. */
export function layOutLabel(
  { width, height }: LabelSheet["label"],
  content: LabelContent,
  measure: Measure,
): LabelLayout {
  const label = { width: width * POINTS, height: height * POINTS };
  const margin = Math.min(Math.max(0.06 * Math.min(label.width, label.height), INSET), 3 * POINTS);
  const beside = label.width >= 1.4 * label.height;
  const side = beside
    ? Math.min(label.height - 2 * INSET, 0.42 * label.width)
    : Math.min(label.width - 2 * INSET, 0.52 * label.height);
  const qr = {
    left: beside ? INSET : (label.width - side) / 2,
    top: beside ? (label.height - side) / 2 : INSET,
    width: side,
    height: side,
  };
  // The quiet zone is the distance to the text.
  const left = beside ? INSET + side : margin;
  const top = beside ? margin : INSET + side;
  const column = {
    left,
    top,
    width: label.width - margin - left,
    height: label.height - margin - top,
  };
  const lines = stack(column, content, measure);
  return { qr, column, align: beside ? "left" : "center", lines };
}

type Loose = Omit<Line, "top"> & { readonly gap: number };

function stack(column: Box, content: LabelContent, measure: Measure): readonly Line[] {
  const code = codeLine(column, measure);
  const withAddress = [code, ...addressLines(column, content.host, measure)];
  const head = heightOf(withAddress) <= column.height ? withAddress : [code];
  const room = { ...column, height: column.height - heightOf(head) };
  const loose = [...head, ...sentenceLines(room, content.languages, measure)];
  let top = column.top + Math.max(0, column.height - heightOf(loose)) / 2;
  return loose.map(({ gap, ...line }) => {
    const placed = { ...line, top: top + gap };
    top += gap + line.size * LINE_HEIGHT;
    return placed;
  });
}

function codeLine(column: Box, measure: Measure): Loose {
  const text = "{spaced code}";
  const byWidth = column.width / measure(text, "bold", 1);
  const byHeight = (0.42 * column.height) / LINE_HEIGHT;
  const least = Math.min(byWidth, column.height / LINE_HEIGHT, SIZES.largest);
  return {
    text,
    weight: "bold",
    size: Math.min(byWidth, Math.max(byHeight, least), LARGEST_CODE),
    gap: 0,
  };
}

/** On one line if it can be read so, else broken behind the host; nothing when that does not fit either. */
function addressLines(column: Box, host: string, measure: Measure): readonly Loose[] {
  for (const parts of [[`${host}{code}`], [host, "{code}"]]) {
    const widest = Math.max(...parts.map((part) => measure(part, "regular", 1)));
    const byHeight = Math.max(0.16 * column.height, SIZES.smallestAddress);
    const size = Math.min(column.width / widest, SIZES.largest, byHeight);
    if (size >= SIZES.smallestAddress)
      return parts.map((text) => ({ text, weight: "regular", size, gap: 0 }));
  }
  return [];
}

/** All languages in full if they can be read, else the short sentence, else fewer languages. */
function sentenceLines(
  room: Box,
  languages: readonly Locale[],
  measure: Measure,
): readonly Loose[] {
  for (let count = languages.length; count > 0; count--)
    for (const form of ["full", "short"] as const) {
      const texts = languages.slice(0, count).map((locale) => LABEL_TEXTS[locale][form]);
      const least = count === 1 && form === "short" ? SIZES.smallest : SIZES.readable;
      const lines = largestThatFits(room, texts, { least, measure });
      if (lines) return lines;
    }
  return [];
}

function largestThatFits(
  room: Box,
  texts: readonly string[],
  { least, measure }: { readonly least: number; readonly measure: Measure },
): readonly Loose[] | undefined {
  for (let size: number = SIZES.largest; size >= least; size -= SIZE_STEP) {
    const paragraphs = texts.map((text) =>
      wrapText(text, room.width, (part) => measure(part, "regular", size)),
    );
    const lines = paragraphs.flatMap((paragraph) => setParagraph(paragraph, size));
    if (paragraphs.every(({ length }) => length > 0) && heightOf(lines) <= room.height)
      return lines;
  }
  return undefined;
}

function setParagraph(lines: readonly string[], size: number): readonly Loose[] {
  return lines.map((text, index) => ({
    text,
    weight: "regular",
    size,
    gap: index === 0 ? 0.4 * size : 0,
  }));
}

function heightOf(lines: readonly Loose[]): number {
  return lines.reduce((sum, { size, gap }) => sum + gap + size * LINE_HEIGHT, 0);
}
