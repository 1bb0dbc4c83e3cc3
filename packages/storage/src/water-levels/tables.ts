import type { TideLags } from "@zpr/ports";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

/** The tables of water levels as the migrations leave them. */
export interface WaterLevelTables {
  water_level_series: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    name: string;
    longitude: number;
    latitude: number;
    starts_at: Date;
    ends_at: Date;
    level_count: number;
    created_at: Generated<Date>;
  };
  water_level: {
    series_id: number;
    time: Date;
    level_metres: number;
  };
  tide_lags: {
    study_id: number;
    version: GeneratedAlways<number>;
    station: string;
    lags: ColumnType<TideLags["lags"], string, string>;
  };
}
