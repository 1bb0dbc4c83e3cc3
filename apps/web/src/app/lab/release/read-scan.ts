import type { ItemCode } from "@zpr/model";
import { codeInScan } from "../../kit/code-entry.ts";

/** What a code that was scanned or typed is of. */
export type Read =
  | { readonly kind: "item"; readonly code: ItemCode }
  | { readonly kind: "tracker"; readonly trackerId: number }
  | { readonly kind: "unknown" };

/** Shorter ids stand by chance in other numbers. */
const SHORTEST_INSIDE = 8;

/**
 * Reads a code: a label of ours, or what stands on a tracker: its IMEI or DevEUI alone, or among
 * other things, as makers print it.
 */
export function readScan(
  text: string,
  trackers: readonly { readonly id: number; readonly uniqueId: string }[],
): Read {
  const tidy = text.toUpperCase().replaceAll(/[\s:-]/g, "");
  const tracker =
    trackers.find(({ uniqueId }) => uniqueId.toUpperCase() === tidy) ??
    trackers.find(
      ({ uniqueId }) => uniqueId.length >= SHORTEST_INSIDE && tidy.includes(uniqueId.toUpperCase()),
    );
  if (tracker) return { kind: "tracker", trackerId: tracker.id };
  const code = codeInScan(text);
  return code ? { kind: "item", code } : { kind: "unknown" };
}

/** A code in view is read several times a second: after how long out of view it counts as shown again. */
const AGAIN_MS = 2_000;

/** Tells which texts have just come into view. */
export function viewMemory(): (texts: readonly string[], now: number) => readonly string[] {
  const seenAt = new Map<string, number>();
  return (texts, now) => {
    const fresh = texts.filter(
      (text) => now - (seenAt.get(text) ?? Number.NEGATIVE_INFINITY) > AGAIN_MS,
    );
    for (const text of texts) seenAt.set(text, now);
    return fresh;
  };
}
