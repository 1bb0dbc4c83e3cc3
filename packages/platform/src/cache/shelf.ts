/** An answer as it is kept. */
export interface Kept {
  /** The place in the order of invalidations from before the source was asked. */
  readonly place: number;
  readonly tags: readonly string[];
  /** How long it is good. */
  readonly seconds: number;
  readonly value: Buffer;
}

/** What a look at the shelf finds. */
export interface Found {
  /** The place in the order of invalidations by now. */
  readonly place: number;
  /** Absent when nothing is kept, or none of its tags was spared since. */
  readonly value?: Buffer;
}

/** Where answers are kept, with the one order in which tags were invalidated. */
export interface Shelf {
  /** `undefined` when it cannot be looked at now. */
  look(key: string): Promise<Found | undefined>;
  keep(key: string, kept: Kept): Promise<unknown>;
}
