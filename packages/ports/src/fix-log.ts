import type { Fix } from "@zpr/model";
import type { LoggedMessage } from "./raw-log.ts";

/** A tracker as ingest knows it. */
export interface KnownTracker {
  readonly id: number;
  readonly studyId: number;
  readonly deployments: readonly DeploymentSpan[];
}

/** An item carried a tracker from one instant to another; `endedAt` is null while it does. */
export interface DeploymentSpan {
  readonly itemId: number;
  readonly itemCode: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** What places a fix among its neighbours in time: its key, its position, its flags as a bit set. */
export interface FixPlace {
  readonly trackerId: number;
  readonly time: Date;
  /** Of the record's own bytes, so that the same record sent again is the same fix. */
  readonly recordHash: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly flags: number;
}

/** A fix on its way into the store. */
export interface FixRow extends FixPlace {
  readonly fix: Fix;
  readonly rawMessageId: number;
  readonly receivedAt: Date;
}

/** What the newest records say of a tracker. */
export interface TrackerNews {
  readonly trackerId: number;
  readonly heardAt: Date;
}

/** Somebody called whom nobody registered. */
export interface UnknownCall {
  readonly protocol: string;
  readonly uniqueId: string;
  readonly heardAt: Date;
  readonly position: readonly [number, number] | null;
}

/** The part of a tracker's history that new fixes may change: from the neighbour before to the one after. */
export interface Window {
  readonly trackerId: number;
  readonly from: Date;
  readonly to: Date;
}

/** The store side of ingest. Ingest is the one writer of fixes. */
export interface FixLog {
  /** Takes up to `limit` waiting messages, gives them to `work`, and commits its writes with their removal from the queue; returns how many there were. */
  take(
    limit: number,
    work: (messages: readonly LoggedMessage[], batch: FixBatch) => Promise<void>,
  ): Promise<number>;
  /** Calls back when messages may be waiting. */
  onAppended(listener: () => void): void;
}

/** One transaction of ingest. */
export interface FixBatch {
  /** The registered trackers among these, by `protocol uniqueId`, locked until the batch ends. */
  trackers(
    senders: readonly { readonly protocol: string; readonly uniqueId: string }[],
  ): Promise<ReadonlyMap<string, KnownTracker>>;
  /** Stored fixes inside each window and the nearest `around` good ones beyond each of its ends, by tracker id, in time order. */
  neighbours(
    windows: readonly Window[],
    around: number,
  ): Promise<ReadonlyMap<number, readonly FixPlace[]>>;
  /** Saves fixes; the ones already there stay as they are. Returns the keys of those that were new. */
  insert(rows: readonly FixRow[]): Promise<void>;
  /** Gives stored fixes new flags. */
  reflag(places: readonly FixPlace[]): Promise<void>;
  heard(news: readonly TrackerNews[]): Promise<void>;
  /** Items whose journeys have to take in what has changed since. */
  journeysChanged(
    changes: readonly { readonly itemId: number; readonly since: Date }[],
  ): Promise<void>;
  unknown(calls: readonly UnknownCall[]): Promise<void>;
  undecodable(
    problems: readonly { readonly rawMessageId: number; readonly reason: string }[],
  ): Promise<void>;
}
