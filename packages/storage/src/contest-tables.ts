import type { LocalText, SeedOrigin } from "@zpr/ports";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Json<Value> = ColumnType<Value, string, string>;

/** The tables of contests as the migrations leave them. */
export interface ContestTables {
  contest: {
    study_id: number;
    version: GeneratedAlways<number>;
    title: Json<LocalText>;
    rules: Json<LocalText>;
    prizes: Json<readonly LocalText[]>;
    opens_at: Date;
    closes_at: Date;
    retention_days: number;
    seed_hash: string | null;
    ticket_key: Generated<string | null>;
    seed: string | null;
    seed_origin: SeedOrigin | null;
    drawn_at: Date | null;
    erased_at: Date | null;
  };
  contest_ticket: { study_id: number; ticket: string; rank: number; sighting_id: string | null };
}
