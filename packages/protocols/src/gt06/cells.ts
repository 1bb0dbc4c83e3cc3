/**
 * Cells and Wi-Fi access points in a GT06 message.
 *
 *   one cell   u16 MCC (bit 15: the MNC has two bytes) | u8 or u16 MNC | u16 LAC | u24 cell
 *              4G messages: u32 LAC | u64 cell; some: u16 LAC | u32 cell
 *   several    MCC | MNC | n times (LAC | cell | u8 -dBm) | u8 timing advance
 *   Wi-Fi      u8 n | n times (6 bytes MAC | u8 -dBm)
 */
import type { Buffer } from "node:buffer";
import type { Attributes } from "../told.ts";
import type { ContentReader } from "./content-reader.ts";

const WIDE_MNC = 0x8000;
const MAC_BYTES = 6;

/** How many bytes a location area code and a cell id have. */
export interface CellSizes {
  readonly lac: 2 | 4;
  readonly cell: 3 | 4 | 8;
}

export const NARROW: CellSizes = { lac: 2, cell: 3 };
export const MIDDLE: CellSizes = { lac: 2, cell: 4 };
export const WIDE: CellSizes = { lac: 4, cell: 8 };

/** Reads the one cell that the tracker uses. */
export function readCell(reader: ContentReader, sizes: CellSizes): Attributes {
  return { ...readNetwork(reader), ...readArea(reader, sizes) };
}

/** What a message with several cells looks like; models differ in how many they send. */
export interface CellsShape {
  readonly sizes: CellSizes;
  readonly count: number | "stated";
  readonly hasWifi: boolean;
}

/** Reads several cells, the one in use first. Zeroes stand where there is none. */
export function readCells(reader: ContentReader, shape: CellsShape): Attributes {
  const stated = shape.count === "stated";
  const early = stated && { timingAdvance: reader.unsigned(1) };
  const network = readNetwork(reader);
  const count = shape.count === "stated" ? reader.unsigned(1) : shape.count;
  const cells = readNeighbours(reader, shape.sizes, count);
  const timingAdvance = early || { timingAdvance: reader.unsigned(1) };
  const wifi = shape.hasWifi ? readWifi(reader, reader.unsigned(1)) : {};
  return { ...network, ...cells, ...timingAdvance, ...wifi };
}

/** Reads cells of a known network: the first by name, all of them in one text. */
export function readNeighbours(reader: ContentReader, sizes: CellSizes, count: number): Attributes {
  const cells = Array.from({ length: count }, () => ({
    ...readArea(reader, sizes),
    signalDbm: 0 - reader.unsigned(1),
  })).filter(({ locationAreaCode, cellId }) => locationAreaCode !== 0 || cellId !== 0);
  const [first] = cells;
  if (!first) return {};
  const listed = cells.map((one) => `${one.locationAreaCode}/${one.cellId}/${one.signalDbm}`);
  return { ...first, cells: listed.join(" ") };
}

/** Reads access points as one text of address and dBm. */
export function readWifi(reader: ContentReader, count: number): Attributes {
  const points = Array.from({ length: count }, () => {
    const address = reader.hex(MAC_BYTES).replaceAll(/..(?!$)/g, "$&:");
    return `${address}/${0 - reader.unsigned(1)}`;
  });
  return points.length === 0 ? {} : { wifi: points.join(" ") };
}

/** Which of these shapes the rest of a message has; a language of two bytes may follow it. */
export function shapeThatFits(rest: Buffer, shapes: readonly CellsShape[]): CellsShape | undefined {
  const fits = (shape: CellsShape) => [0, 2].includes(rest.length - lengthOf(rest, shape));
  return shapes.find(fits) ?? shapes.find((shape) => lengthOf(rest, shape) <= rest.length);
}

function lengthOf(rest: Buffer, { sizes, count, hasWifi }: CellsShape): number {
  const stated = count === "stated";
  const networkAt = stated ? 1 : 0;
  const countAt = networkAt + networkBytes(rest.subarray(networkAt));
  const cells = stated ? (rest[countAt] ?? 0) : count;
  const wifiAt = countAt + 1 + cells * (sizes.lac + sizes.cell + 1);
  return hasWifi ? wifiAt + 1 + (rest[wifiAt] ?? 0) * (MAC_BYTES + 1) : wifiAt;
}

/** How many bytes the codes of country and network have that begin with these. */
export function networkBytes(start: Buffer): number {
  return ((start[0] ?? 0) << 8) & WIDE_MNC ? 4 : 3;
}

function readNetwork(reader: ContentReader): Attributes {
  const country = reader.unsigned(2);
  return {
    mobileCountryCode: country & ~WIDE_MNC,
    mobileNetworkCode: reader.unsigned(country & WIDE_MNC ? 2 : 1),
  };
}

function readArea(reader: ContentReader, { lac, cell }: CellSizes) {
  return { locationAreaCode: reader.unsigned(lac), cellId: reader.unsigned(cell) };
}
