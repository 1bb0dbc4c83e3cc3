import type { AlarmKind, BatteryHealth, Locale, Position, WatchRules } from "@zpr/model";
import type { Alarm } from "./alarm-store.ts";
import type { NewMail } from "./mail-outbox.ts";

/** A study with trackers to watch. */
export interface WatchedStudy {
  readonly id: number;
  readonly name: string;
  readonly simulated: boolean;
  readonly locale: Locale;
  readonly watchRules: Partial<WatchRules>;
}

/** A tracker as the watch finds it. */
export interface WatchedTracker {
  readonly id: number;
  readonly name: string;
  readonly lastHeardAt: Date | null;
  readonly fixCount: number;
  readonly registeredIntervalSeconds: number | null;
  readonly watchRules: Partial<WatchRules>;
  /** Since when it is in an item; null when it is in none. */
  readonly deployedAt: Date | null;
  readonly wasEverDeployed: boolean;
  /** What the watch noted when something of it had come in last; null before the first time. */
  readonly seen: TrackerSeen | null;
  readonly open: readonly Pick<Alarm, "id" | "kind">[];
}

/** How a tracker stood when the watch last looked at what came in. */
export interface TrackerSeen {
  readonly heardAt: Date | null;
  readonly fixCount: number;
  readonly usualIntervalSeconds: number | null;
  readonly battery: BatteryHealth | null;
  /** When its history was read: it is longer than what has just come in, and read less often. */
  readonly historyAt: Date;
}

/** A fix as the watch reads it. */
export interface NewestFix {
  readonly time: Date;
  readonly position: Position | null;
  readonly flags: number;
  readonly volts: number | null;
  readonly percent: number | null;
}

/** Weeks of a tracker, in samples. */
export interface TrackerHistory {
  /** When messages came in, the newest fifty. */
  readonly heardAt: readonly Date[];
  /** Battery readings, one of each eight hours. */
  readonly readings: readonly Pick<NewestFix, "time" | "volts" | "percent">[];
}

/** What a look at a study comes to. */
export interface LookOutcome {
  readonly studyId: number;
  readonly now: Date;
  readonly seen: readonly (TrackerSeen & { readonly trackerId: number })[];
  readonly raised: readonly Pick<Alarm, "trackerId" | "kind" | "since" | "evidence">[];
  /** Ids of alarms that are over. */
  readonly ended: readonly number[];
}

/** The store side of the watch, which is the one writer of alarms. */
export interface WatchLog {
  /** Notes a look, and says since when there was one at least every `breakMilliseconds`. */
  look(now: Date, breakMilliseconds: number): Promise<Date>;
  studies(): Promise<readonly WatchedStudy[]>;
  trackers(studyId: number, now: Date): Promise<readonly WatchedTracker[]>;
  /** The sixty newest fixes of each tracker that are not later than now. */
  newestFixes(
    trackerIds: readonly number[],
    now: Date,
  ): Promise<ReadonlyMap<number, readonly NewestFix[]>>;
  histories(trackerIds: readonly number[], now: Date): Promise<ReadonlyMap<number, TrackerHistory>>;
  /**
   * Keeps all of an outcome and the mails that `write` makes of it, or nothing. An alarm that is open
   * already is not raised again, and not written about. Returns what was raised and ended.
   */
  save(
    outcome: LookOutcome,
    write: (raised: readonly Alarm[], recipients: readonly string[]) => readonly NewMail[],
  ): Promise<{ readonly raised: readonly Alarm[]; readonly ended: readonly Alarm[] }>;
}

/** The health of a tracker as people see it. */
export interface TrackerHealth {
  readonly expectedIntervalSeconds: number | null;
  readonly lastHeardAt: Date | null;
  readonly battery: BatteryHealth | null;
  readonly alarms: readonly {
    readonly id: number;
    readonly kind: AlarmKind;
    readonly since: Date;
    readonly acknowledgedAt: Date | null;
  }[];
}
