/** Where labels are on the paper they are printed on; all lengths in millimetres. */
export interface LabelSheet {
  readonly name: string;
  readonly page: Size;
  readonly label: Size;
  readonly columns: number;
  readonly rows: number;
  /** Between neighbours. What is left of the page is margin, the same on both sides. */
  readonly gap: Size;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };

/** Sizes from the manufacturers' product pages (Avery, Avery Zweckform); gaps from their templates. */
const SHEETS = [
  sheet("L4731", A4, [
    [25.4, 10, 7, 27],
    [2.5, 0],
  ]),
  sheet("L7651", A4, [
    [38.1, 21.2, 5, 13],
    [2.5, 0],
  ]),
  sheet("L4736", A4, [
    [45.7, 21.2, 4, 12],
    [2.5, 0],
  ]),
  sheet("L7120", A4, [
    [35, 35, 5, 7],
    [5, 5],
  ]),
  sheet("L7160", A4, [
    [63.5, 38.1, 3, 7],
    [2.5, 0],
  ]),
  sheet("L4773", A4, [
    [63.5, 33.9, 3, 8],
    [2.5, 0],
  ]),
  sheet("L7163", A4, [
    [99.1, 38.1, 2, 7],
    [2.5, 0],
  ]),
  sheet("L4776", A4, [
    [99.1, 42.3, 2, 6],
    [2.5, 0],
  ]),
  sheet("L7173", A4, [
    [99.1, 57, 2, 5],
    [2.5, 0],
  ]),
  sheet("3474", A4, [
    [70, 37, 3, 8],
    [0, 0],
  ]),
  sheet("3475", A4, [
    [70, 36, 3, 8],
    [0, 0],
  ]),
  sheet("5160", LETTER, [
    [66.7, 25.4, 3, 10],
    [3.2, 0],
  ]),
];

/** The sheets that are known by name; `WIDTHxHEIGHT` is one label a page. */
export const LABEL_SHEETS: readonly string[] = SHEETS.map(({ name }) => name);

const SMALLEST_MILLIMETRES = 10;
const LARGEST_MILLIMETRES = 300;

/** The sheet of that name, or one label a page of `WIDTHxHEIGHT` millimetres; `undefined` when it is neither. */
export function labelSheet(name: string): LabelSheet | undefined {
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/i.exec(name) ?? [];
  if (width === undefined || height === undefined)
    return SHEETS.find((one) => one.name === name.toUpperCase());
  const sides = [Number(width), Number(height)] as const;
  if (sides.some((side) => side < SMALLEST_MILLIMETRES || side > LARGEST_MILLIMETRES))
    return undefined;
  return sheet(name, { width: sides[0], height: sides[1] }, [
    [...sides, 1, 1],
    [0, 0],
  ]);
}

/** On which page a label is, and how far its corner is from the page's left and top, in millimetres; both count from 0. */
export function labelPlace(
  { page, label, columns, rows, gap }: LabelSheet,
  index: number,
): { readonly page: number; readonly left: number; readonly top: number } {
  const onPage = index % (columns * rows);
  const pitch = { x: label.width + gap.width, y: label.height + gap.height };
  return {
    page: Math.floor(index / (columns * rows)),
    left: (page.width - (columns * pitch.x - gap.width)) / 2 + (onPage % columns) * pitch.x,
    top: (page.height - (rows * pitch.y - gap.height)) / 2 + Math.floor(onPage / columns) * pitch.y,
  };
}

function sheet(
  name: string,
  page: Size,
  [[width, height, columns, rows], [gapWidth, gapHeight]]: readonly [
    readonly [number, number, number, number],
    readonly [number, number],
  ],
): LabelSheet {
  return {
    name,
    page,
    label: { width, height },
    columns,
    rows,
    gap: { width: gapWidth, height: gapHeight },
  };
}
