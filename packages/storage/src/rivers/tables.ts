import type { Position, RiverLine, RiverOrigin, WaterPolygon } from "@zpr/model";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Json<Value> = ColumnType<Value, string, string>;

/** The tables of rivers as the migrations leave them. */
export interface RiverTables {
  river: {
    id: Generated<number>;
    study_id: number;
    name: string;
    lines: Json<readonly RiverLine[]>;
    water: Json<readonly WaterPolygon[]>;
    mouth: ColumnType<Position | null, string | null, string | null>;
    origin: ColumnType<RiverOrigin | null, string | null, string | null>;
    version: GeneratedAlways<number>;
  };
  river_section: {
    id: Generated<number>;
    river_id: number;
    name: string;
    from_kilometre: number;
    to_kilometre: number;
    line: string | null;
    version: GeneratedAlways<number>;
  };
}
