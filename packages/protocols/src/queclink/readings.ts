/**
 * What the fields of a report say, by the layout of its model. Firmware differs and models come that
 * no table has, so a report that does not fit is read for its positions alone, and only where they
 * cannot be anything else: two numbers of degrees with six decimals and a UTC time, with what stands
 * before them of the right form. What is not read stays in `extra`; nothing is guessed.
 */

import type { Message } from "./frame.ts";
import { type BehindCell, COMMON, type Layout } from "./layouts.ts";
import { modelOf } from "./models.ts";
import { type FieldName, namedValues, type Values } from "./named-fields.ts";
import { networksIn } from "./networks.ts";
import { BLOCK_FIELDS, type Block, blockAt, certainBlockAt } from "./position-block.ts";

/** A position with what was said along with it alone. */
export interface Spot {
  readonly block: Block;
  /** The fields it stands in. */
  readonly fields: readonly string[];
  readonly values: Values;
}

/** A report as read. */
export interface Reading {
  /** Oldest first; none when it tells of no position at all. */
  readonly spots: readonly Spot[];
  /** True of all positions. */
  readonly values: Values;
  /** True at the end. */
  readonly last: Values;
  /** Fields that were not read. */
  readonly extra: readonly string[];
}

/** Which bits of an append mask announce a field, lowest first, and what it is. */
const APPENDED: readonly (readonly [bit: number, name: string | null])[] = [
  [0, "satellites"],
  [1, null],
  [4, null],
];
const APPENDED_BITS = APPENDED.reduce((bits, [bit]) => bits | (1 << bit), 0);

/** Reads a report, or gives undefined where nothing in it can be told. */
export function readReport({ kind, deviceType, body }: Message): Reading | undefined {
  const networks = networksIn(kind, body);
  if (networks) return { ...NOTHING, ...networks };
  const model = modelOf(deviceType);
  const fields = body.slice(model?.hasVehicleNumber ? 2 : 1);
  const layout = model?.layouts[kind] ?? COMMON[kind];
  const laidOut = layout && byLayout(fields, layout);
  const alone = byPositionsAlone(fields);
  // A layout that passes over a position is not the report's.
  return laidOut && countIn(laidOut) >= countIn(alone) ? laidOut : alone;
}

const NOTHING: Reading = { spots: [], values: {}, last: {}, extra: [] };

function countIn(reading: Reading | undefined): number {
  return reading?.spots.filter(({ block }) => block.time).length ?? 0;
}

function byLayout(fields: readonly string[], layout: Layout): Reading | undefined {
  const { lead, behindCell } = layout;
  const values = namedValues(lead, fields);
  if (!values || fields.length < (behindCell ? lead.length : 0)) return undefined;
  if (!behindCell) return { ...NOTHING, last: values, extra: fields.slice(lead.length) };
  const count = Number(fields[lead.indexOf("count")] ?? 1);
  const spots: Spot[] = [];
  let at = lead.length;
  while (spots.length < count) {
    const spot = spotAt(fields, at, behindCell);
    if (!spot) return undefined;
    spots.push(spot);
    at += spot.fields.length;
  }
  return { spots, values, ...tailOf(fields.slice(at), layout, values) };
}

function tailOf(
  fields: readonly string[],
  { tail, masked }: Layout,
  { eriMask }: Values,
): Pick<Reading, "last" | "extra"> {
  const isMasked = masked && (Number.parseInt(String(eriMask), 16) >> masked.bit) & 1;
  const names: readonly FieldName[] = isMasked ? [...tail, masked.name] : tail;
  const last = namedValues(names, fields);
  return last ? { last, extra: fields.slice(names.length) } : { last: {}, extra: fields };
}

function spotAt(fields: readonly string[], at: number, behindCell: BehindCell): Spot | undefined {
  const block = blockAt(fields, at);
  const behind = block && behindIn(fields.slice(at + BLOCK_FIELDS), behindCell);
  if (!behind) return undefined;
  const { length, values } = behind;
  return { block, fields: fields.slice(at, at + BLOCK_FIELDS + length), values };
}

/** How many fields stand behind a cell, and what they say. */
interface Behind {
  readonly length: number;
  readonly values: Values;
}

function behindIn(fields: readonly string[], behindCell: BehindCell): Behind | undefined {
  switch (behindCell) {
    case "nothing":
      return { length: 0, values: {} };
    case "odometer":
      return odometerIn(fields);
    case "mask":
      return appendedIn(fields);
    case "signal": {
      const values = namedValues(["gsmSignal", "-"], fields);
      const appended = appendedIn(fields.slice(2));
      return (
        values &&
        appended && { length: 2 + appended.length, values: { ...values, ...appended.values } }
      );
    }
  }
}

/** Only what has a decimal is a distance; the reserved field holds 00 or another number. */
function odometerIn([field]: readonly string[]): Behind | undefined {
  if (field === undefined || !/^(?:\d{1,7}(?:\.\d)?)?$/.test(field)) return undefined;
  const values = field.includes(".") ? namedValues(["odometer"], [field]) : {};
  return values && { length: 1, values };
}

function appendedIn(fields: readonly string[]): Behind | undefined {
  const [said] = fields;
  if (said === undefined || !/^[0-9A-Fa-f]{0,2}$/.test(said)) return undefined;
  const mask = Number.parseInt(said || "0", 16);
  if (mask & ~APPENDED_BITS) return undefined;
  const announced = APPENDED.filter(([bit]) => (mask >> bit) & 1);
  const values: Record<string, number> = {};
  for (const [at, [, name]] of announced.entries()) {
    const value = fields[at + 1] ?? "";
    if (!/^\d{0,3}$/.test(value)) return undefined;
    if (name && value !== "") values[name] = Number(value);
  }
  return { length: 1 + announced.length, values };
}

function byPositionsAlone(fields: readonly string[]): Reading | undefined {
  const spots: Spot[] = [];
  const extra: string[] = [];
  for (let at = 0; at < fields.length; ) {
    const block = certainBlockAt(fields, at);
    const length = block ? BLOCK_FIELDS : 1;
    const some = fields.slice(at, at + length);
    if (block) spots.push({ block, fields: some, values: {} });
    else extra.push(...some);
    at += length;
  }
  return spots.length > 0 ? { spots, values: {}, last: {}, extra } : undefined;
}
