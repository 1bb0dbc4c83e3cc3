import type { Fix } from "@zpr/model";

/** What one part of a message adds to a fix. */
export type Told = Partial<Fix>;

export type Attributes = Fix["attributes"];

/** Adds what one part of a message tells to what others told. */
export function both(one: Told, other: Told): Told {
  return { ...one, ...other, attributes: { ...one.attributes, ...other.attributes } };
}
