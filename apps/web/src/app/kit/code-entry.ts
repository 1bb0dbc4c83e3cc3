import { type ItemCode, parseItemCode, tidyItemCode } from "@zpr/model";

/** What to make of what somebody has typed so far. */
export type CodeEntry =
  | { readonly kind: "empty" }
  | { readonly kind: "typing"; readonly toGo: number }
  | { readonly kind: "foreign"; readonly character: string }
  | { readonly kind: "long" }
  | { readonly kind: "slip" }
  | { readonly kind: "right"; readonly code: ItemCode };

const LENGTH = 6;
const OURS = /^[0-9A-HJKMNP-TV-Z]$/;

/** Reads what stands in the code field; the whole address of a label counts as its code. */
export function readCode(text: string): CodeEntry {
  const tidy = tidyItemCode(lastPart(text));
  const code = parseItemCode(tidy);
  if (code) return { kind: "right", code };
  if (tidy === "") return { kind: "empty" };
  const character = [...tidy].find((letter) => !OURS.test(letter));
  if (character !== undefined) return { kind: "foreign", character };
  if (tidy.length > LENGTH) return { kind: "long" };
  return tidy.length < LENGTH ? { kind: "typing", toGo: LENGTH - tidy.length } : { kind: "slip" };
}

/** The code in what a QR reader saw: an address that ends in it, or the code alone. */
export function codeInScan(text: string): ItemCode | undefined {
  return parseItemCode(lastPart(text));
}

function lastPart(text: string): string {
  const [path = ""] = text.trim().split(/[?#]/);
  return path.replace(/\/+$/, "").split("/").at(-1) ?? "";
}
