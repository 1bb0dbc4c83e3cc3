import type { FixQuality } from "@zpr/model";

/** How the quality of a fix is stored: as its place in this list. Never reorder, only append. */
export const QUALITIES: readonly FixQuality[] = ["valid", "stale", "none", "network"];
