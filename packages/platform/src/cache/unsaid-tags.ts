/** Beyond so many, time does what nobody could say. */
const MOST_TAGS = 1_000;

/** Tags whose invalidation is not known to have arrived. */
export interface UnsaidTags {
  isEmpty(): boolean;
  /** All that is to be said with these, and what to call when it was. */
  add(tags: readonly string[]): { readonly all: readonly string[]; readonly said: () => void };
}

/** Nothing unsaid. */
export function unsaidTags(): UnsaidTags {
  const unsaid = new Map<string, number>();
  let last = 0;
  return {
    isEmpty: () => unsaid.size === 0,
    add(tags) {
      last += 1;
      const number = last;
      for (const tag of tags)
        if (unsaid.has(tag) || unsaid.size < MOST_TAGS) unsaid.set(tag, number);
      const all = [...new Set([...tags, ...unsaid.keys()])];
      return {
        all,
        said() {
          // What was added meanwhile is said by whoever added it.
          for (const tag of all) if ((unsaid.get(tag) ?? 0) <= number) unsaid.delete(tag);
        },
      };
    },
  };
}
