import type { FixCorrectionKind } from "@zpr/ports";
import type { GeneratedAlways } from "kysely";

/** The table of corrections of fixes as the migrations leave it. */
export interface CorrectionTables {
  fix_correction: {
    id: string;
    n: GeneratedAlways<number>;
    tracker_id: number;
    time: Date;
    record_hash: number;
    kind: FixCorrectionKind;
    at: Date;
    by: string;
    reason: string;
  };
}
