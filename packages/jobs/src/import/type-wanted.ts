import type { Item, ItemType } from "@zpr/ports";
import type { ItemFields } from "./columns.ts";
import { type KnownStudy, key } from "./known-study.ts";
import type { FaultList } from "./row-plan.ts";
import { numberOf } from "./values.ts";

/** A kind of item that is to be made. */
export type WantedType = Omit<ItemType, "id" | "version" | "studyId"> & { readonly id?: undefined };

const MEASURES = [
  ["mass", "massGrams"],
  ["length", "lengthMillimetres"],
  ["width", "widthMillimetres"],
  ["height", "heightMillimetres"],
] as const;
const TEXTS = ["material", "buoyancy", "jCode"] as const;

/** The kind of item of a row: one that is there, or one to be made. A row that contradicts the one that is there is at fault. */
export function typeWanted(
  fields: ItemFields,
  {
    known,
    item,
    faults,
  }: {
    readonly known: KnownStudy;
    readonly item: Item | undefined;
    readonly faults: FaultList;
  },
): ItemType | WantedType | undefined {
  const measures = Object.fromEntries(
    MEASURES.map(([field, name]) => [name, measureOf(fields[field], field, faults)]),
  ) as Pick<WantedType, (typeof MEASURES)[number][1]>;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, fields[name] || null])) as Pick<
    WantedType,
    (typeof TEXTS)[number]
  >;
  const there = fields.type
    ? known.types.get(key(fields.type))
    : item && known.typeOf.get(item.itemTypeId);
  if (there) {
    blameDifferences(there, { ...measures, ...texts }, faults);
    return there;
  }
  if (!fields.type) {
    faults.add("type-missing", "type");
    return undefined;
  }
  return { name: fields.type, ...texts, ...measures };
}

function measureOf(text: string | undefined, field: string, faults: FaultList): number | null {
  if (!text) return null;
  const value = numberOf(text);
  if (value !== undefined && value > 0) return value;
  faults.add("number-invalid", field, text);
  return null;
}

/** Single precision is what the store keeps. */
function blameDifferences(
  there: ItemType,
  said: Omit<WantedType, "name" | "id">,
  faults: FaultList,
): void {
  for (const [name, value] of Object.entries(said)) {
    const kept = there[name as keyof typeof said];
    const same =
      typeof value === "number" ? Math.fround(value) === Math.fround(Number(kept)) : value === kept;
    if (value !== null && !same)
      faults.add("type-differs", name, String(value), `${there.name}: ${kept ?? ""}`);
  }
}
