import type { Fix } from "@zpr/model";

/** What one part of a message adds to a fix. */
export type Told = Partial<Fix>;

export type Attributes = Fix["attributes"];

/** What all parts of a message tell; where two tell the same, the later. */
export function all(parts: readonly Told[]): Told {
  const attributes: { -readonly [Name in keyof Attributes]: Attributes[Name] } = {};
  const told: { -readonly [Name in keyof Told]: Told[Name] } = { attributes };
  for (const part of parts) {
    Object.assign(told, { ...part, attributes });
    Object.assign(attributes, part.attributes);
  }
  return told;
}

/** Adds what one part of a message tells to what others told. */
export function both(one: Told, other: Told): Told {
  return all([one, other]);
}
