/** A tile ready to be sent. */
export interface ReadyTile {
  readonly entityTag: string;
  /** Gzipped; empty when nothing is there. */
  readonly gzipped: Buffer;
}

const KEEP_MILLISECONDS = 10_000;
const MAX_KEPT = 200;

/** Remembers tiles for some seconds, so that many people who look at one place cost one query. */
export function tileMemory(now: () => Date) {
  const kept = new Map<string, { readonly until: number; readonly tile: Promise<ReadyTile> }>();
  return function remember(key: string, make: () => Promise<ReadyTile>): Promise<ReadyTile> {
    const at = now().getTime();
    const known = kept.get(key);
    if (known && known.until > at) return known.tile;
    const tile = make();
    kept.delete(key);
    kept.set(key, { until: at + KEEP_MILLISECONDS, tile });
    tile.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    return tile;
  };
}
