import { randomInt } from "node:crypto";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import type { ImportPorts } from "./import-ports.ts";
import { codesSaid, type DrawnCodes, type ImportWish, takenCodes } from "./plan-sheet.ts";

/**
 * Draws a code for each row of a sheet of items. Of some thousand codes by chance two are the same, so
 * none is given that another row has, that the sheet says, or that belongs to an item.
 */
export async function drawCodes(
  wish: ImportWish,
  ports: ImportPorts,
  draw: () => ItemCode = anyCode,
): Promise<DrawnCodes> {
  const used = new Set(codesSaid(wish));
  const drawn: ItemCode[] = [];
  while (drawn.length < wish.sheet.rows.length) {
    const fresh: ItemCode[] = [];
    while (drawn.length + fresh.length < wish.sheet.rows.length) {
      const code = draw();
      if (!used.has(code)) fresh.push(code);
      used.add(code);
    }
    const taken = await takenCodes(fresh, ports);
    drawn.push(...fresh.filter((code) => !taken.has(code)));
  }
  return Object.fromEntries(wish.sheet.rows.map(({ line }, place) => [line, drawn[place] ?? ""]));
}

function anyCode(): ItemCode {
  return itemCodeFromNumber(randomInt(32 ** 5));
}
