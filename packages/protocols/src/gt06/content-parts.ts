import { both, type Told } from "../told.ts";
import {
  type CellSizes,
  type CellsShape,
  MIDDLE,
  NARROW,
  networkBytes,
  readCell,
  readCells,
  readNeighbours,
  readWifi,
  shapeThatFits,
  WIDE,
} from "./cells.ts";
import type { ContentReader } from "./content-reader.ts";
import { isGpsBlock, readGps } from "./gps-block.ts";

/** Reads one of the parts that follow the clock of a message. */
export type Part = (reader: ContentReader) => Told;

const ODOMETER_BYTES = 4;
const UPLOAD_BYTES = 3;
const UNNAMED_BYTES = 8;
const NEIGHBOUR_BYTES = 6;
const WIFI_BYTES = 7;
const SIZES_BY_BYTES: ReadonlyMap<number, CellSizes> = new Map(
  [NARROW, MIDDLE, WIDE].map((sizes) => [sizes.lac + sizes.cell, sizes]),
);

/** The cell in use, with numbers of these sizes. */
export function cell(sizes: CellSizes): Part {
  return (reader) => ({ attributes: readCell(reader, sizes) });
}

/** Cells and access points, in whichever of these shapes fits. */
export function severalCells(shapes: readonly CellsShape[]): Part {
  return (reader) => {
    const shape = shapeThatFits(reader.peek(reader.left), shapes);
    if (!shape) throw new RangeError("the cells end too early");
    const attributes = readCells(reader, shape);
    return {
      attributes: reader.left === 2 ? { ...attributes, ...readLanguage(reader) } : attributes,
    };
  };
}

/** A GPS block and a 4G cell, where it does not begin with a network as `others` do. */
export function gpsOr(others: Part): Part {
  return (reader) =>
    isGpsBlock(reader.peek(1)) ? both(readGps(reader), cell(WIDE)(reader)) : others(reader);
}

/**
 * A cell behind a u8 with its length. Some models count that byte too, which only the `tail` bytes
 * that follow can tell; a length of 0 stands before zeroes or nothing.
 */
export function measuredCell(tail: number): Part {
  return (reader) => {
    const stated = reader.unsigned(1);
    const network = networkBytes(reader.peek(1));
    if (stated === 0) return skipZeroes(reader, network + NARROW.lac + NARROW.cell, tail);
    const possible = [stated - 1, stated].filter((size) => SIZES_BY_BYTES.has(size - network));
    const size = possible.find((one) => one + tail === reader.left) ?? possible[0];
    const sizes = size === undefined ? undefined : SIZES_BY_BYTES.get(size - network);
    return sizes ? cell(sizes)(reader) : { attributes: { cell: reader.hex(stated) } };
  };
}

function skipZeroes(reader: ContentReader, size: number, tail: number): Told {
  const isEmpty = reader.left >= size + tail && reader.peek(size).every((byte) => byte === 0);
  if (isEmpty) reader.bytes(size);
  return {};
}

/** Ignition, why it was sent, whether it was stored before, and the odometer, as far as they are there. */
export function readUpload(reader: ContentReader): Told {
  if (reader.left < UPLOAD_BYTES) return {};
  const ignition = reader.unsigned(1) !== 0;
  const reason = reader.unsigned(1);
  const stored = reader.unsigned(1) !== 0;
  const { attributes } = readOdometer(reader);
  return { attributes: { ignition, reason, stored, ...attributes } };
}

/** The odometer, which some models send last. */
export function readOdometer(reader: ContentReader): Told {
  return reader.left === ODOMETER_BYTES
    ? { attributes: { odometerMetres: reader.unsigned(ODOMETER_BYTES) } }
    : {};
}

/** Eight bytes without a known meaning and the altitude in metres, where there are so many. */
export function readAltitude(reader: ContentReader): Told {
  if (reader.left !== UNNAMED_BYTES + 2) return {};
  const extra = reader.hex(UNNAMED_BYTES);
  return { altitudeMetres: reader.signed(2), attributes: { extra } };
}

/** The number of the fence that was crossed; 255 for none. */
export function readFence(reader: ContentReader): Told {
  return reader.left > 0 ? { attributes: { fence: reader.unsigned(1) } } : {};
}

/** What nobody has a name for, in hexadecimal. */
export function readRest(reader: ContentReader): Told {
  return reader.left > 0 ? { attributes: { extra: reader.hex(reader.left) } } : {};
}

/** A place of the trackers whose alarms and places come in long frames; every block has its length. */
export function readLongPlace(reader: ContentReader): Told {
  const gps = reader.unsigned(1) > 0 ? readGps(reader) : {};
  const network = reader.unsigned(1) > 0 ? readCell(reader, NARROW) : undefined;
  const own = network && { ...network, signalDbm: 0 - reader.unsigned(1) };
  const neighbours = readNeighbours(reader, NARROW, reader.unsigned(1) / NEIGHBOUR_BYTES);
  const wifi = readWifi(reader, reader.unsigned(1) / WIFI_BYTES);
  const status = reader.unsigned(1);
  const attributes = { ...gps.attributes, ...neighbours, ...own, ...wifi, status };
  return { ...gps, attributes };
}

function readLanguage(reader: ContentReader) {
  return { language: reader.unsigned(2) };
}
