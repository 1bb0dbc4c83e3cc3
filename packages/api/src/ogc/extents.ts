import type { FeatureExtent, FeatureStore, View } from "@zpr/ports";
import type { Collection } from "./collection.ts";

const KEEP_MILLISECONDS = 5 * 60_000;
const MAX_KEPT = 200;

/** Looks up how far a collection reaches. */
export type Extents = (collection: Collection, view: View) => Promise<FeatureExtent | null>;

/** Extents, each kept for some minutes: clients compare them between documents, and they cost a walk through an index. */
export function rememberedExtents(featureStore: FeatureStore): Extents {
  const kept = new Map<string, { readonly until: number; readonly extent: ReturnType<Extents> }>();
  return (collection, view) => {
    const key = JSON.stringify([collection.id, view.studies]);
    const now = view.now.getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.extent;
    if (kept.size >= MAX_KEPT) kept.clear();
    const extent = collection.source(featureStore).extent(view);
    kept.set(key, { until: now + KEEP_MILLISECONDS, extent });
    extent.catch(() => kept.delete(key));
    return extent;
  };
}
