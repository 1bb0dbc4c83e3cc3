/** A frame with what others say of it: `expected` is stated by a published test, `derived` read by an independent decoder. */
export interface Vector {
  readonly source: string;
  readonly hex?: string;
  readonly text?: string;
  readonly expected?: unknown;
  readonly derived?: Readonly<Record<string, unknown>>;
}

/** `explained`: read otherwise, for a reason that stands in docs/protocols. */
export interface Verdict {
  readonly verdict: "alike" | "explained" | "different" | "passed over";
  /** Why, for all but what is alike. */
  readonly about?: string;
}

/** How the vectors of one protocol are compared with what we decode. */
export interface Comparison {
  readonly protocol: string;
  /** Names of the files in the folder that hold its vectors, a list or an object with `cases`. */
  readonly files: RegExp;
  compare(vector: Vector): Verdict;
}
