import type { Generated } from "kysely";

/** Fixes counted by cell of the map and day or month, and what is not yet counted in. */
export interface CellTables {
  fix_cell: {
    tier: number;
    cell: number;
    since: string;
    study_id: number;
    kind: number;
    count: number;
    newest: Date;
  };
  fix_cell_change: {
    id: Generated<number>;
    tracker_ids: number[];
    times: Date[];
    tile_keys: number[];
    kinds: number[];
    steps: number[];
  };
}
