import type { TrackerKey } from "@zpr/ports";

/** Which trackers may have instructions waiting, in memory, so that no frame costs a query. */
export interface CommandIndex {
  has(tracker: TrackerKey): boolean;
  /** Notes that something is queued, and rings for whoever serves that tracker. */
  add(key: string): void;
  /** Takes what is open in the database now in place of what was known. */
  replace(keys: readonly string[]): void;
  /** Looks in the database by `look`; a tracker with nothing there is forgotten, unless something came meanwhile. */
  checked<Found>(
    tracker: TrackerKey,
    look: () => Promise<Found | undefined>,
  ): Promise<Found | undefined>;
  whenQueued(tracker: TrackerKey, ring: () => void): () => void;
  whenAnyQueued(ring: (tracker: TrackerKey) => void): () => void;
}

/** An empty index. */
export function commandIndex(): CommandIndex {
  const open = new Set<string>();
  const bells = new Map<string, Set<() => void>>();
  const bellsOfAll = new Set<(tracker: TrackerKey) => void>();
  let additions = 0;

  function add(key: string): void {
    additions += 1;
    open.add(key);
    for (const ring of bells.get(key) ?? []) ring();
    for (const ring of bellsOfAll) ring(trackerOf(key));
  }

  return {
    has: (tracker) => open.has(keyOf(tracker)),
    add,
    replace(keys) {
      const stale = new Set(open);
      for (const key of keys) if (!stale.delete(key)) add(key);
      for (const key of stale) open.delete(key);
    },
    async checked(tracker, look) {
      const before = additions;
      const found = await look();
      if (found === undefined && additions === before) open.delete(keyOf(tracker));
      return found;
    },
    whenQueued(tracker, ring) {
      const key = keyOf(tracker);
      const ours = bells.get(key) ?? new Set();
      bells.set(key, ours.add(ring));
      return () => {
        ours.delete(ring);
        if (ours.size === 0 && bells.get(key) === ours) bells.delete(key);
      };
    },
    whenAnyQueued(ring) {
      bellsOfAll.add(ring);
      for (const key of open) ring(trackerOf(key));
      return () => bellsOfAll.delete(ring);
    },
  };
}

/** A tracker as one text. */
function keyOf({ protocol, uniqueId }: TrackerKey): string {
  return `${protocol} ${uniqueId}`;
}

function trackerOf(key: string): TrackerKey {
  const space = key.indexOf(" ");
  return { protocol: key.slice(0, space), uniqueId: key.slice(space + 1) };
}
