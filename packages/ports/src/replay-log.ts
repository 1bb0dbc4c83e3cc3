import type { FixBatch, FixPlace, FixRow } from "./fix-log.ts";
import type { LoggedMessage } from "./raw-log.ts";

/** Which kept messages are read again. */
export interface ReplayScope {
  /** Received at this instant or later. */
  readonly since?: Date;
  /** Received before this instant. */
  readonly until?: Date;
  readonly protocol?: string;
  readonly uniqueId?: string;
  /** Of the trackers of this study. */
  readonly studyId?: number;
}

/** What there is to read again: how many messages, and the numbers of the first and the last. */
export interface ReplayExtent {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

/** A message that was read before, with why it could not be; null when it could. */
export interface ReadMessage extends LoggedMessage {
  readonly problem: string | null;
}

/** The next messages of a scope to take. */
export interface ReplayStep {
  readonly scope: ReplayScope;
  /** The number of the last message that is done. */
  readonly after: number;
  /** The number of the last message to take at all. */
  readonly last: number;
  readonly limit: number;
  /** All that is written is undone again. */
  readonly dryRun: boolean;
}

/** The store side of a replay, which writes fixes as ingest does and beside it. */
export interface ReplayLog {
  /** Those of some protocols in which somebody of this unique id has sent anything. */
  protocolsOf(uniqueId: string, among: readonly string[]): Promise<readonly string[]>;
  /** Messages that ingest has not read yet are not counted, nor taken: it will read them anyway. */
  extent(scope: ReplayScope): Promise<ReplayExtent>;
  /**
   * Takes the next messages in the order of their numbers, gives them to `work`, and commits its
   * writes; returns what `work` did, or undefined when there are no more messages. A value that
   * the store cannot hold is a `RefusedValue`.
   */
  take<Outcome>(
    step: ReplayStep,
    work: (messages: readonly ReadMessage[], batch: ReplayBatch) => Promise<Outcome>,
  ): Promise<Outcome | undefined>;
  /** Makes anew what is kept of trackers beside their fixes: their count, the last place, the tail. */
  settle(trackerIds: readonly number[], tailLength: number): Promise<void>;
}

/** One transaction of a replay. */
export interface ReplayBatch extends FixBatch {
  /** The fixes of these trackers that came from these messages, or have the keys of these places; each once. */
  stored(asked: {
    readonly trackerIds: readonly number[];
    readonly rawMessageIds: readonly number[];
    readonly places: readonly FixPlace[];
  }): Promise<readonly FixRow[]>;
  /** Saves fixes, in place of those with the same keys. */
  replace(rows: readonly FixRow[]): Promise<void>;
  /** Removes fixes; what they were read from stays. */
  remove(places: readonly FixPlace[]): Promise<void>;
  /** Makes the last places and the tails of trackers anew, which the batch has locked. */
  settle(trackerIds: readonly number[], tailLength: number): Promise<void>;
}
