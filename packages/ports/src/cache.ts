/** What somebody wants to know, and how to find out when nobody remembers. */
export interface CachedQuestion<Answer> {
  /** The same for all who ask the same. */
  readonly key: string;
  /** How long the answer is good at most, whatever goes wrong; up to an hour. */
  readonly seconds: number;
  /** Asks the source. What it throws, its asker gets; it is not kept. */
  readonly ask: () => Promise<Answer>;
  /** What an answer depends on, as words without spaces; `undefined` when it must not be kept. */
  readonly tags: (answer: Answer) => readonly string[] | undefined;
}

/** How often something happened since its counting began. */
export interface Tally {
  readonly count: number;
  /** Until it is counted from the beginning, rounded up. */
  readonly secondsLeft: number;
}

/**
 * Remembers answers of the database and counts, for all processes where it is shared. It may be empty,
 * slow or gone at any time: then the source is asked, and each process counts by itself.
 */
export interface Cache {
  /**
   * The answer that is kept, or a new one. Who asks after an `invalidate` of one of its tags resolved
   * gets nothing that was read before, unless the cache was out of reach: then for `seconds` at most.
   */
  remember<Answer>(question: CachedQuestion<Answer>): Promise<Answer>;
  /** Has nobody get what depends on any of these, after the write that changed it. Never fails, hardly waits. */
  invalidate(tags: readonly string[]): Promise<void>;
  /** Counts `by` more (1) under a key, from the first on for so many seconds. Only a hash of the key is kept. */
  count(key: string, seconds: number, by?: number): Promise<Tally>;
}
