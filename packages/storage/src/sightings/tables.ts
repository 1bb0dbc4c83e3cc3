import type {
  Condition,
  Locale,
  PhotoRegion,
  PositionSource,
  PutBack,
  Review,
  SightingNote,
  Surroundings,
  Suspicion,
} from "@zpr/model";
import type { DecisionKind, OriginalReport, StatePatch } from "@zpr/ports";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

/** Finders' reports, who sent them, their photos, and what was decided of them. */
export interface SightingTables {
  sighting: {
    id: string;
    public_id: GeneratedAlways<string>;
    version: GeneratedAlways<number>;
    item_id: number | null;
    code: string;
    seen_at: Date;
    received_at: Date;
    longitude: number | null;
    latitude: number | null;
    tile_key: number | null;
    accuracy_metres: number | null;
    position_source: PositionSource;
    surroundings: Surroundings;
    condition: Condition;
    put_back: PutBack;
    note: string | null;
    locale: Locale;
    finder_number: number;
    notes: Generated<SightingNote[]>;
    suspicious: Generated<Suspicion[]>;
    review: Generated<Review>;
    reviewed_at: Generated<Date | null>;
    reviewed_by: Generated<string | null>;
    original: ColumnType<OriginalReport | null, string | undefined, string>;
    note_hidden: Generated<boolean>;
    merged_into: Generated<string | null>;
    is_open: GeneratedAlways<boolean>;
  };
  sighting_contact: {
    sighting_id: string;
    email: string | null;
    name: string | null;
    news_consent_at: Date | null;
    contest_consent_at: Date | null;
    questions_consent_at: Generated<Date | null>;
    token: Generated<string>;
    confirm_mailed_at: Generated<Date | null>;
    confirmed_at: Generated<Date | null>;
    unsubscribed_at: Generated<Date | null>;
    news_mailed_at: Generated<Date | null>;
  };
  photo: {
    sighting_id: string;
    n: number;
    object_key: string;
    width: number | null;
    height: number | null;
    received_at: Generated<Date>;
    version: Generated<number>;
    checked: Generated<boolean>;
    hidden: Generated<boolean>;
    is_public: Generated<boolean>;
    blur: JSONColumnType<PhotoRegion[], string | undefined>;
    shown_key: Generated<string | null>;
  };
  sighting_decision: {
    id: string;
    n: Generated<number>;
    sighting_id: string;
    kind: DecisionKind;
    at: Date;
    by: string;
    reason: string | null;
    from: JSONColumnType<StatePatch>;
    to: JSONColumnType<StatePatch>;
    undoes: string | null;
  };
  finder_question: {
    id: string;
    n: Generated<number>;
    sighting_id: string;
    token: Generated<string>;
    text: string;
    asked_at: Date;
    asked_by: string;
    answer: Generated<string | null>;
    answered_at: Generated<Date | null>;
    withdrawn_at: Generated<Date | null>;
  };
  photo_piece: {
    sighting_id: string;
    n: number;
    start: number;
    total: number;
    bytes: Buffer;
    received_at: Date;
  };
}
