import type { JobKind, JobQueue, LiveEvents, Log, ObjectStore } from "@zpr/ports";
import type { Work } from "./work.ts";

/** What doing jobs needs from the world. */
export interface JobPorts {
  readonly jobQueue: JobQueue;
  readonly objectStore: ObjectStore;
  readonly liveEvents: LiveEvents;
  readonly log: Log;
  readonly now: () => Date;
  /** How each kind of job is done. */
  readonly works: Readonly<Record<JobKind, Work>>;
}
