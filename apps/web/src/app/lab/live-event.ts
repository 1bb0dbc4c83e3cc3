/** Something that happened just now, as `/api/v1/events` says it: UTC, degrees. */
export type LiveEvent =
  | FixEvent
  | TrackerEvent
  | SightingEvent
  | AlarmEvent
  | JobEvent
  | CommandEvent
  | UnknownTrackerEvent;

/** A position that was just recorded; flags say why it is doubted. */
export interface FixEvent {
  readonly kind: "fix";
  readonly studyId: number;
  readonly trackerId: number;
  readonly itemCode: string | null;
  readonly time: string;
  readonly position: readonly [longitude: number, latitude: number] | null;
  readonly flags: readonly string[];
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
  readonly satellites: number | null;
}

interface TrackerEvent {
  readonly kind: "tracker";
  readonly studyId: number;
  readonly trackerId: number;
  readonly lastHeardAt: string;
}

interface SightingEvent {
  readonly kind: "sighting";
  readonly studyId: number;
  readonly id: string;
  readonly itemCode: string;
  readonly seenAt: string;
  readonly position: readonly [longitude: number, latitude: number] | null;
}

/** An instruction came a step further. */
interface CommandEvent {
  readonly kind: "command";
  readonly studyId: number;
  readonly trackerId: number;
  readonly commandId: number;
  readonly status: string;
}

interface AlarmEvent {
  readonly kind: "alarm";
  readonly studyId: number;
  readonly trackerId: number;
  readonly status: "raised" | "ended" | "acknowledged";
}

/** How far a job is; total is null until it is known. */
export interface JobEvent {
  readonly kind: "job";
  readonly studyId: number;
  readonly jobId: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number | null;
}

interface UnknownTrackerEvent {
  readonly kind: "unknown-tracker";
  readonly studyId: null;
  readonly protocol: string;
  readonly uniqueId: string;
}

/** The kinds of events, which are also their names in the stream. */
export const EVENT_KINDS = [
  "fix",
  "sighting",
  "tracker",
  "alarm",
  "job",
  "command",
  "unknown-tracker",
] as const;
