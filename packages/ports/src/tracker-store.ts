import type { FixFlag, Position, WatchRules } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";
import type { TrackerHealth } from "./watch-log.ts";

/** A device that reports positions, with its newest good fix. */
export interface Tracker {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly protocol: string;
  /** IMEI, DevEUI or what else its protocol knows it by. */
  readonly uniqueId: string;
  readonly name: string;
  readonly model: string | null;
  readonly intervalSeconds: number | null;
  readonly lastHeardAt: Date | null;
  readonly lastFix: {
    readonly time: Date;
    readonly position: Position;
    readonly batteryVolts: number | null;
    readonly flags: readonly FixFlag[];
  } | null;
  /** The newest record it sent, whatever its position is worth; null before the first. */
  readonly newest: {
    readonly time: Date;
    readonly hasFix: boolean;
    readonly satellites: number | null;
    readonly batteryVolts: number | null;
    /** From 0 to 100. */
    readonly batteryPercent: number | null;
  } | null;
  readonly itemCode: string | null;
  readonly fixCount: number;
  /** What researchers set: payload layout, password, parameter ids; by the protocol's own names. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Thresholds of the watch in which it differs from its study. */
  readonly watchRules: Partial<WatchRules>;
  readonly health: TrackerHealth;
  /** The codec of ours that says what its payloads mean; null when the network's own does. */
  readonly codecId: number | null;
}

export type NewTracker = Pick<
  Tracker,
  "studyId" | "protocol" | "uniqueId" | "name" | "model" | "intervalSeconds"
>;

/** What may be changed of a tracker; what is absent stays. */
export type TrackerChanges = Partial<
  Pick<Tracker, "name" | "model" | "intervalSeconds" | "settings" | "watchRules" | "codecId">
>;

/** A tracker that calls although nobody registered it. */
export interface UnknownTracker {
  readonly protocol: string;
  readonly uniqueId: string;
  readonly firstHeardAt: Date;
  readonly lastHeardAt: Date;
  readonly messageCount: number;
  readonly lastPosition: Position | null;
}

/** A tracker in an item from one instant to another. */
export interface Deployment {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly trackerId: number;
  readonly itemId: number;
  readonly itemCode: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Which deployments are listed. */
export interface DeploymentFilter {
  readonly studies: StudyScope;
  readonly trackerId?: number;
}

export interface NewDeployment {
  readonly trackerId: number;
  readonly itemCode: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Trackers and their deployments. The API writes; ingest keeps what was last heard, the watch how they are. */
export interface TrackerStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly Tracker[]>;
  find(id: number): Promise<Tracker | undefined>;
  listUnknown(page: Page<string>): Promise<readonly UnknownTracker[]>;
  /** Registers a tracker and has everything it ever sent ingested; `undefined` when it is registered already. */
  register(tracker: NewTracker): Promise<Tracker | undefined>;
  /** With another codec, what no codec could read before is ingested again. */
  change(id: number, changes: TrackerChanges): Promise<Tracker | undefined>;
  listDeployments(filter: DeploymentFilter, page: Page<number>): Promise<readonly Deployment[]>;
  findDeployment(id: number): Promise<Deployment | undefined>;
  /** Starts a deployment; its tracker's fixes are judged anew. */
  deploy(deployment: NewDeployment): Promise<Deployment | "item-unknown" | "overlap">;
  /** Ends a deployment, or opens it again with null; its tracker's fixes are judged anew. */
  endDeployment(
    id: number,
    endedAt: Date | null,
  ): Promise<Deployment | "overlap" | "ends-before-start">;
}
