import { emptyFix, type Fix } from "@zpr/model";

/** A fix that tells no more than that something was heard. */
export function heardAt(time: Date, attributes: Fix["attributes"]): Fix {
  return { ...emptyFix(time), attributes };
}
