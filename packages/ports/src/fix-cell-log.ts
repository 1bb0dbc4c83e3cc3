/** Counts of fixes by cell of the map, brought up to date after fixes were written. The cell keeper writes. */
export interface FixCellLog {
  /** Counts what up to `limit` statements changed; returns how many it took. One caller at a time works, the others take none. */
  fold(limit: number): Promise<number>;
}
