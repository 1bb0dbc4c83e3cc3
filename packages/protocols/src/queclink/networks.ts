/**
 * Cells and Wi-Fi access points that a device saw, from published frames:
 *
 *   GSM  fix type, then seven times MCC,MNC,LAC hex,cell hex,level,reserved; the last is the cell in use
 *   LBS  name,trigger,type,battery %,-,motion,-,-,mask, then cells as in GSM
 *   WIF  name,count, so many times address,dBm,-,-,-, then reserved fields and battery %
 */
import { cellAt } from "./position-block.ts";

type Attributes = Readonly<Record<string, number | string>>;

/** What a report of networks says of them, and of the battery. */
export interface Networks {
  readonly values: Attributes;
  readonly last: Attributes;
}

const GROUP = 6;
/** A GSM report is without the device's name. */
const CELLS_AT: Readonly<Record<string, number>> = { GSM: 1, LBS: 9 };
const LBS_BATTERY_AT = 3;
const POINTS_AT = 2;
const MOST_CELLS = 16;
const POINT_FIELDS = 5;
const MOST_POINTS = 32;

/** What the body of a report of networks says, or undefined when it is none. */
export function networksIn(kind: string, body: readonly string[]): Networks | undefined {
  if (kind === "WIF") return pointsIn(body);
  const from = CELLS_AT[kind];
  if (from === undefined) return undefined;
  const values = cellsIn(body.slice(from));
  return values && { values, last: kind === "LBS" ? batteryIn(body[LBS_BATTERY_AT]) : {} };
}

function cellsIn(fields: readonly string[]): Attributes | undefined {
  const groups = Math.floor(fields.length / GROUP);
  if (groups === 0 || groups > MOST_CELLS || fields.length % GROUP !== 0) return undefined;
  const cells = Array.from({ length: groups }, (_, group) => {
    const cell = cellAt(fields, group * GROUP);
    const level = fields[group * GROUP + 4] ?? "";
    return cell && /^\d{0,3}$/.test(level) ? { cell, level } : undefined;
  });
  if (cells.includes(undefined)) return undefined;
  const seen = cells.flatMap((one) => (one && "cellId" in one.cell ? [one] : []));
  const listed = seen.map(
    ({ cell, level }) => `${cell["locationAreaCode"]}/${cell["cellId"]}/${level}`,
  );
  return { ...cells.at(-1)?.cell, ...(listed.length > 0 && { cells: listed.join(" ") }) };
}

function pointsIn(body: readonly string[]): Networks | undefined {
  const count = /^\d{1,2}$/.test(body[1] ?? "") ? Number(body[1]) : MOST_POINTS + 1;
  if (count > MOST_POINTS || body.length < POINTS_AT + count * POINT_FIELDS) return undefined;
  const points = Array.from({ length: count }, (_, point) => {
    const [address = "", level = ""] = body.slice(POINTS_AT + point * POINT_FIELDS);
    return /^[0-9A-Fa-f]{12}$/.test(address) && /^-\d{1,3}$/.test(level)
      ? `${address.toLowerCase().replaceAll(/..(?!$)/g, "$&:")}/${level}`
      : undefined;
  });
  if (points.includes(undefined)) return undefined;
  return {
    values: points.length > 0 ? { wifi: points.join(" ") } : {},
    last: batteryIn(body.at(-1)),
  };
}

function batteryIn(field: string | undefined): Attributes {
  return /^(?:100|\d{1,2})$/.test(field ?? "") ? { batteryPercent: Number(field) } : {};
}
