import type { Locale } from "@zpr/model";

/** A text in the languages somebody wrote it in. */
export type LocalText = Readonly<Partial<Record<Locale, string>>>;

/** What a study promises to finders who take part. */
export interface ContestRules {
  readonly title: LocalText;
  readonly rules: LocalText;
  /** As many as there are winners, the first first. */
  readonly prizes: readonly LocalText[];
  /** Reports that we received from then ... */
  readonly opensAt: Date;
  /** ... until before then are tickets. */
  readonly closesAt: Date;
  /** How many days after the draw contacts are forgotten. */
  readonly retentionDays: number;
  /** SHA-256 of the seed, hex, when it was chosen in advance. */
  readonly seedHash: string | null;
}

/** Where the seed of a draw came from: published as a hash before, given at the draw, or made by us. */
export const SEED_ORIGINS = ["committed", "given", "random"] as const;
export type SeedOrigin = (typeof SEED_ORIGINS)[number];

/** What a draw was made with; with the tickets anybody can repeat it. */
export interface ContestDraw {
  readonly seed: string;
  readonly seedOrigin: SeedOrigin;
  readonly drawnAt: Date;
}

/** A study's contest as it stands. */
export interface Contest extends ContestRules {
  readonly studyId: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly draw: ContestDraw | null;
  /** When its contacts were forgotten. */
  readonly erasedAt: Date | null;
}

/** A ticket with what is known of the report behind it; for owners only. */
export interface ContestEntry {
  readonly ticket: string;
  /** Its place in the draw, from 1; null before. */
  readonly rank: number | null;
  readonly sightingId: string | null;
  readonly itemCode: string | null;
  readonly seenAt: Date | null;
  readonly receivedAt: Date | null;
  readonly locale: Locale | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** Contests. The API writes and reads; the server forgets. */
export interface ContestStore {
  find(studyId: number): Promise<Contest | undefined>;
  /** Announces or changes a contest; `over` when the one there is closed already. */
  save(studyId: number, rules: ContestRules, now: Date): Promise<Contest | "over">;
  /** The numbers of all tickets, sorted; they do not tell whose they are. */
  tickets(studyId: number): Promise<readonly string[]>;
  countTickets(studyId: number): Promise<number>;
  /** By rank once it is drawn, before that by when the reports came; all, or the first so many. */
  entries(studyId: number, limit?: number): Promise<readonly ContestEntry[]>;
  /** Keeps a draw; of several only the first. `rank` puts the tickets in their order, the winning first. */
  draw(
    studyId: number,
    draw: ContestDraw,
    rank: (tickets: readonly string[]) => readonly string[],
  ): Promise<Contest | undefined>;
  /** Forgets who took part; `false` before the draw. */
  erase(studyId: number, now: Date): Promise<boolean>;
  /** The same for all contests whose time has come, and for reports that came after. Returns how many contacts are gone. */
  eraseDue(now: Date): Promise<number>;
}
