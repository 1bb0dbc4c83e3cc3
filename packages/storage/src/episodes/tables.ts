import type { EpisodeEnd, EpisodeState } from "@zpr/model";
import type { Generated } from "kysely";

/** The table of episodes as the migrations leave it. */
export interface EpisodeTables {
  episode: {
    id: Generated<number>;
    item_id: number;
    state: EpisodeState;
    started_at: Date;
    ended_at: Date;
    from_longitude: number | null;
    from_latitude: number | null;
    to_longitude: number | null;
    to_latitude: number | null;
    from_kilometre: number | null;
    to_kilometre: number | null;
    end_reason: EpisodeEnd;
    fix_count: number;
    travelled_metres: number;
    interval_seconds: number | null;
    hidden_from: Date | null;
    hidden_to: Date | null;
    is_settled: boolean;
  };
}
