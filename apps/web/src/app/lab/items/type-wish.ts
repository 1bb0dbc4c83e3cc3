import type { ConflictField } from "../conflict/conflict-rows.ts";
import type { ItemTypeWish } from "./items-api.ts";

/** The numbers of a type of items: grams, millimetres. */
export const TYPE_NUMBERS = [
  "massGrams",
  "lengthMillimetres",
  "widthMillimetres",
  "heightMillimetres",
] as const;

/** How a piece of plastic lies in water. */
export const BUOYANCIES = ["floats", "neutral", "sinks"] as const;

/** A type of items as a form says it: what is left empty is unknown. */
export function typeIn(form: FormData): ItemTypeWish {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  return {
    name: text("name"),
    material: text("material") || null,
    massGrams: number("massGrams"),
    lengthMillimetres: number("lengthMillimetres"),
    widthMillimetres: number("widthMillimetres"),
    heightMillimetres: number("heightMillimetres"),
    jCode: text("jCode").toUpperCase() || null,
    buoyancy: text("buoyancy") || null,
  };
}

/** What a conflict shows of a type. */
export const TYPE_FIELDS: readonly ConflictField<ItemTypeWish>[] = [
  { label: "lab.types.name", text: ({ name }) => name },
  { label: "lab.types.material", text: ({ material }) => material ?? "" },
  ...TYPE_NUMBERS.map((key) => ({
    label: `lab.types.${key}`,
    text: (type: ItemTypeWish) => String(type[key] ?? ""),
  })),
  { label: "lab.types.buoyancy", text: ({ buoyancy }) => buoyancy ?? "" },
  { label: "lab.types.jCode", text: ({ jCode }) => jCode ?? "" },
];
