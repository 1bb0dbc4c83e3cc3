/** One page of a list that is ordered by a key; `after` is the key of the last row seen. */
export interface Page<Key> {
  readonly after: Key | undefined;
  readonly limit: number;
}

/** Which studies a list is about: ids, or all there are. */
export type StudyScope = readonly number[] | "all";
