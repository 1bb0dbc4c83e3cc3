import type { Fix, Position } from "@zpr/model";
import type { CodecStore } from "./codec-store.ts";
import type { Parcel } from "./raw-carrier.ts";
import type { LoggedMessage } from "./raw-log.ts";
import type { UnknownTracker } from "./tracker-store.ts";

/** A tracker as ingest knows it. */
export interface KnownTracker {
  readonly id: number;
  readonly studyId: number;
  /** Time of the newest fix that says where it is. */
  readonly lastFixTime: Date | null;
  readonly tail: FixTail | null;
  readonly deployments: readonly DeploymentSpan[];
}

/** The end of a tracker's history, kept with the tracker so that what comes in order needs no look back. */
export interface FixTail {
  /** Time of the latest fix, doubtful or not. */
  readonly latest: Date;
  /** The last of those that are not doubtful in themselves, in the order of time and hash. */
  readonly places: readonly FixPlace[];
}

/** An item carried a tracker from one instant until before another; `endedAt` is null while it does. */
export interface DeploymentSpan {
  readonly itemId: number;
  readonly itemCode: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** A fix among its neighbours in time: its key, its position, its flags as a bit set. */
export interface FixPlace {
  readonly trackerId: number;
  readonly time: Date;
  /** 48 bits of a hash of the record's own bytes: the same record sent again is the same fix. */
  readonly recordHash: number;
  readonly position: Position | null;
  readonly flags: number;
}

/** A fix on its way into the store. */
export interface FixRow extends FixPlace {
  readonly fix: Fix;
  readonly rawMessageId: number;
  readonly receivedAt: Date;
}

/** What a batch says of a tracker. */
export interface TrackerNews {
  readonly trackerId: number;
  readonly heardAt: Date;
  /** How many fixes were new. */
  readonly fixCount: number;
  /** The newest fix that says where the tracker is, in an item or not; null when none of the batch is. */
  readonly lastFix: {
    readonly time: Date;
    readonly position: Position | null;
    readonly batteryVolts: number | null;
    readonly flags: number;
  } | null;
  readonly tail: FixTail | null;
}

/** The part of a tracker's history that new fixes stand in; both ends included. */
export interface Window {
  readonly trackerId: number;
  readonly from: Date;
  readonly to: Date;
}

/** How much is to be known beyond each end of a window: so many fixes, but none further away. */
export interface Rim {
  readonly count: number;
  readonly milliseconds: number;
}

/** The store cannot hold a value: trying again is of no use. */
export class RefusedValue extends Error {
  override readonly name = "RefusedValue";
  readonly code = "ERR_REFUSED_VALUE";
}

/** The end of the queue from which messages are taken. */
export type QueueEnd = "oldest" | "newest";

/** The store side of ingest, which is the one writer of fixes. */
export interface FixLog {
  /**
   * Takes up to `limit` waiting messages, the oldest unless asked for the newest, gives them to
   * `work`, and commits its writes together with their removal from the queue; returns what `work`
   * did, or undefined when none was waiting. What is not committed waits again. A value that the
   * store cannot hold is a `RefusedValue`.
   */
  take<Outcome>(
    limit: number,
    work: (messages: readonly LoggedMessage[], batch: FixBatch) => Promise<Outcome>,
    from?: QueueEnd,
  ): Promise<Outcome | undefined>;
  /**
   * As `take`, of parcels that an engine delivered: their messages enter the raw log in the transaction
   * that records them. A parcel that has entered before is left out; undefined when all have.
   */
  enter<Outcome>(
    parcels: readonly Parcel[],
    work: (messages: readonly LoggedMessage[], batch: FixBatch) => Promise<Outcome>,
  ): Promise<Outcome | undefined>;
  /** Enters parcels, those that have not entered before, and leaves their messages waiting for `take`. */
  shelve(parcels: readonly Parcel[]): Promise<void>;
  /** How many messages wait to be taken. */
  waiting(): Promise<number>;
  /** Seconds since the oldest of them was received; 0 when none waits. */
  oldestSeconds(): Promise<number>;
  /** Forgets the ids of parcels so old that no engine delivers them any more. */
  forgetParcels(): Promise<void>;
  /** Takes a message out of the queue and keeps the reason why it could not be recorded. */
  setAside(problem: RawProblem): Promise<void>;
}

/** A message that could not be read or recorded, and why. */
export interface RawProblem {
  readonly rawMessageId: number;
  readonly reason: string;
}

/** The codec that read a message, or failed to; null when none of ours had to. */
export interface CodecPin {
  readonly rawMessageId: number;
  readonly codecId: number | null;
}

/** One transaction of ingest. */
export interface FixBatch {
  /** What researchers set for these senders' trackers, by `protocol uniqueId`. */
  settings(
    senders: readonly { readonly protocol: string; readonly uniqueId: string }[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** The codecs of the trackers among these senders that have one, by `protocol uniqueId`. */
  codecs: CodecStore["assigned"];
  /** Makes room for fixes of these times. To be called before anything is locked. */
  openMonths(times: readonly Date[]): Promise<void>;
  /** The registered ones among these senders, by `protocol uniqueId`, locked until the batch ends. */
  trackers(
    senders: readonly { readonly protocol: string; readonly uniqueId: string }[],
  ): Promise<ReadonlyMap<string, KnownTracker>>;
  /** The fixes inside each window, and those in its rim that are not doubtful in themselves; by tracker, each once, in the order of time and hash. */
  neighbours(
    windows: readonly Window[],
    rim: Rim,
  ): Promise<ReadonlyMap<number, readonly FixPlace[]>>;
  /** Saves fixes; one that is there already stays as it is. */
  insert(rows: readonly FixRow[]): Promise<void>;
  /** Gives stored fixes the flags that depend on neighbours anew. */
  reflag(places: readonly FixPlace[]): Promise<void>;
  heard(news: readonly TrackerNews[]): Promise<void>;
  /** Marks the journeys of items to take in what is new or different since an instant. */
  journeysChanged(
    changes: readonly { readonly itemId: number; readonly since: Date }[],
  ): Promise<void>;
  /** Notes who called without being registered, each sender once. */
  unknown(callers: readonly UnknownTracker[]): Promise<void>;
  /** Keeps which codec read each message, or that none did. */
  pinCodecs(pins: readonly CodecPin[]): Promise<void>;
  undecodable(problems: readonly RawProblem[]): Promise<void>;
  /** Leaves messages waiting after all. */
  putBack(rawMessageIds: readonly number[]): Promise<void>;
  /** Forgets the problems of messages that can be decoded now. */
  decoded(rawMessageIds: readonly number[]): Promise<void>;
}
