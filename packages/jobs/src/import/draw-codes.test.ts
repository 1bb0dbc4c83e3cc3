import { itemCodeFromNumber, parseItemCode } from "@zpr/model";
import { postgresStudyStore } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { expect, test } from "vitest";
import { drawCodes } from "./draw-codes.ts";
import type { ImportWish } from "./plan-sheet.ts";
import { importPorts } from "./testing.ts";

const database = useDatabase();

test("no row of a long sheet gets the code of another", async () => {
  const lines = 20_000;
  const codes = await drawCodes(
    wishOf(["type"], Array(lines).fill(["bottle"])),
    importPorts(database()),
  );
  expect(new Set(Object.values(codes)).size).toBe(lines);
  expect(Object.keys(codes)).toHaveLength(lines);
});

test("none is given that the sheet says, or that belongs to an item of any study", async () => {
  const [said, taken, free, other] = [1, 2, 3, 4].map(itemCodeFromNumber);
  if (!said || !taken || !free || !other) throw new Error("numbers have codes");
  await item(taken);
  const drawn = [said, taken, free, free, other].values();
  const codes = await drawCodes(
    wishOf(
      ["code", "type"],
      [
        [said, "bottle"],
        ["", "bottle"],
      ],
    ),
    importPorts(database()),
    () => drawn.next().value ?? itemCodeFromNumber(5),
  );
  expect(Object.values(codes)).toEqual([free, other]);
});

function wishOf(head: readonly string[], rows: readonly (readonly string[])[]): ImportWish {
  const sheet = { head, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
  return { kind: "items", sheet, timeZone: "UTC" };
}

async function item(code: string): Promise<void> {
  const study = { name: "Elsewhere", description: "", simulated: false, public: true };
  const made = await postgresStudyStore(database()).create(
    { ...study, publicDelayHours: 0 },
    undefined,
  );
  const studyId = made?.id ?? 0;
  const { itemStore } = importPorts(database());
  const facts = { material: null, massGrams: null, lengthMillimetres: null };
  const type = { studyId, name: "bottle", ...facts, jCode: null, buoyancy: null };
  const { id: itemTypeId = 0 } = (await itemStore.createType(type)) ?? {};
  const parsed = parseItemCode(code);
  if (parsed) await itemStore.create([{ studyId, itemTypeId, code: parsed, note: "" }]);
}
