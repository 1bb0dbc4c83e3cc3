import type {
  CodecMapping,
  DriftMeasures,
  EpisodeRules,
  Locale,
  PublishSightings,
  WatchRules,
  WaterLines,
} from "@zpr/model";
import type { CodecFunction, CommandStatus, LocalText } from "@zpr/ports";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { AuditTables } from "./audit/tables.ts";
import type { CellTables } from "./cells/tables.ts";
import type { ContestTables } from "./contest-tables.ts";
import type { CorrectionTables } from "./corrections/tables.ts";
import type { EpisodeTables } from "./episodes/tables.ts";
import type { IdentityTables } from "./identity/tables.ts";
import type { JobTables } from "./jobs/tables.ts";
import type { RiverTables } from "./rivers/tables.ts";
import type { SightingTables } from "./sightings/tables.ts";
import type { WatchTables } from "./watch/tables.ts";
import type { WaterLevelTables } from "./water-levels/tables.ts";

/** The tables as the migrations leave them. */
export interface Tables
  extends IdentityTables,
    WatchTables,
    ContestTables,
    JobTables,
    AuditTables,
    RiverTables,
    SightingTables,
    CellTables,
    CorrectionTables,
    EpisodeTables,
    WaterLevelTables {
  study: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    name: string;
    description: Generated<string>;
    simulated: Generated<boolean>;
    public: Generated<boolean>;
    public_delay_hours: Generated<number>;
    public_coarse_metres: Generated<number>;
    locale: Generated<Locale>;
    watch_rules: ColumnType<Partial<WatchRules>, string | undefined, string>;
    closed_at: Generated<Date | null>;
    water_lines: ColumnType<WaterLines | null, string | null | undefined, string | null>;
    corridor_metres: Generated<number>;
    publish_sightings: Generated<PublishSightings>;
    publish_photos: Generated<boolean>;
    finder_texts: ColumnType<LocalText, string | undefined, string>;
    episode_rules: ColumnType<Partial<EpisodeRules>, string | undefined, string>;
    created_at: Generated<Date>;
  };
  item_type: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    name: string;
    material: string | null;
    mass_grams: number | null;
    length_millimetres: number | null;
    width_millimetres: Generated<number | null>;
    height_millimetres: Generated<number | null>;
    j_code: string | null;
    buoyancy: string | null;
  };
  release: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    place: string;
    longitude: number;
    latitude: number;
    released_at: Date;
    ended_at: Generated<Date | null>;
    note: Generated<string>;
    client_id: string | null;
    tide_lag_minutes: number | null;
  };
  release_photo: {
    release_id: number;
    n: number;
    object_key: string;
    width: number | null;
    height: number | null;
    received_at: Generated<Date>;
  };
  item: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    item_type_id: number;
    release_id: number | null;
    code: string;
    name: Generated<string>;
    fate: "lost" | "retrieved" | null;
    note: Generated<string>;
  };
  item_fate: {
    id: Generated<number>;
    item_id: number;
    fate: "lost" | "retrieved" | null;
    happened_at: Date;
    note: string;
    recorded_at: Generated<Date>;
    recorded_by: string;
  };
  tracker: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    protocol: string;
    unique_id: string;
    name: string;
    model: string | null;
    interval_seconds: number | null;
    last_heard_at: Date | null;
    last_fix_time: Date | null;
    last_longitude: number | null;
    last_latitude: number | null;
    last_battery_volts: number | null;
    last_flags: number | null;
    fix_count: Generated<number>;
    tail: JSONColumnType<StoredTail> | null;
    settings: ColumnType<Readonly<Record<string, unknown>>, string | undefined, string>;
    watch_rules: ColumnType<Partial<WatchRules>, string | undefined, string>;
    codec_id: number | null;
  };
  codec: {
    id: Generated<number>;
    study_id: number;
    name: string;
    hash: string;
    source: string;
    mapping: JSONColumnType<CodecMapping>;
    functions: CodecFunction[];
    created_at: Generated<Date>;
    created_by: string;
  };
  raw_codec: { raw_message_id: number; codec_id: number };
  deployment: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    tracker_id: number;
    item_id: number;
    started_at: Date;
    ended_at: Date | null;
  };
  raw_message: {
    id: Generated<number>;
    protocol: string;
    unique_id: string | null;
    transport: "tcp" | "udp" | "http" | "mqtt";
    received_at: Date;
    bytes: Buffer;
    context: string | null;
  };
  command: {
    id: Generated<number>;
    tracker_id: number;
    action: JSONColumnType<Readonly<Record<string, unknown>>> | null;
    text: string;
    priority: number;
    status: Generated<CommandStatus>;
    attempts: Generated<number>;
    max_attempts: number;
    expires_at: Date | null;
    created_at: Generated<Date>;
    created_by: string;
    request_id: string | null;
    connection: Generated<string | null>;
    wire_key: Generated<string | null>;
    answer: Generated<string | null>;
  };
  command_step: {
    id: Generated<number>;
    command_id: number;
    at: Generated<Date>;
    status: string;
    note: string;
    bytes: Buffer | null;
  };
  bookmark: { name: string; place: string; moved_at: Generated<Date> };
  source: {
    id: Generated<number>;
    version: GeneratedAlways<number>;
    study_id: number;
    protocol: string;
    name: string;
    settings: JSONColumnType<Readonly<Record<string, unknown>>>;
    created_at: Generated<Date>;
  };
  raw_pending: { raw_message_id: number };
  raw_parcel: { id: string; entered_at: Generated<Date> };
  raw_problem: { raw_message_id: number; reason: string; noticed_at: Generated<Date> };
  unknown_caller: {
    protocol: string;
    unique_id: string;
    first_heard_at: Date;
    last_heard_at: Date;
    message_count: number;
    last_longitude: number | null;
    last_latitude: number | null;
  };
  fix: FixTable;
  journey: {
    item_id: number;
    state: JSONColumnType<object> | null;
    settled_at: Date | null;
    started_at: Date | null;
    last_at: Date | null;
    last_longitude: number | null;
    last_latitude: number | null;
    last_evidence: "release" | "fix" | "sighting" | null;
    travelled_metres: Generated<number>;
    net_metres: Generated<number>;
    ground: string | null;
    episode_rules: ColumnType<EpisodeRules | null, string | null, string | null>;
    drift: ColumnType<DriftMeasures | null, string | null, string | null>;
    is_taken: Generated<boolean>;
    fix_count: Generated<number>;
    sighting_count: Generated<number>;
  };
  journey_change: { id: Generated<number>; item_id: number; since: Date };
}

/** The newest fixes of a tracker: times in milliseconds since 1970. */
export interface StoredTail {
  readonly latest: number;
  readonly places: readonly (readonly [
    time: number,
    recordHash: number,
    longitude: number,
    latitude: number,
    flags: number,
  ])[];
}

interface FixTable {
  tracker_id: number;
  time: Date;

  /** 48 bits, so that it is exact in a JavaScript number. */
  record_hash: number;
  raw_message_id: number;
  received_at: Date;
  longitude: number | null;
  latitude: number | null;
  tile_key: number | null;
  quality: number;
  flags: number;
  altitude_metres: number | null;
  speed_metres_per_second: number | null;
  heading_degrees: number | null;
  satellites: number | null;
  hdop: number | null;
  accuracy_metres: number | null;
  battery_volts: number | null;
  battery_percent: number | null;
  attributes: JSONColumnType<Record<string, number | string | boolean>> | null;
}
