import type { Page, StudyScope } from "./page.ts";

export const JOB_KINDS = ["recompute"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A file that a job made, kept in parts in the object store until an instant. */
export interface JobResult {
  readonly name: string;
  readonly mediaType: string;
  readonly parts: number;
  readonly bytes: number;
  readonly until: Date;
}

/** Long work, with how far it has come. */
export interface Job {
  readonly id: string;
  readonly studyId: number;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly done: number;
  /** Null until it is known. */
  readonly total: number | null;
  readonly cancelWanted: boolean;
  /** What came of it in numbers. */
  readonly outcome: Readonly<Record<string, number>> | null;
  readonly error: string | null;
  /** Null when there is none, or not any more. */
  readonly result: JobResult | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface NewJob {
  /** Made by the caller: the same id again is the same job. */
  readonly id: string;
  readonly studyId: number;
  readonly kind: JobKind;
  /** What is wanted, as JSON; the worker of its kind knows its shape. */
  readonly wish: object;
  readonly createdBy: string;
}

export interface JobFilter {
  readonly studies: StudyScope;
  readonly kind?: JobKind;
  readonly state?: JobState;
}

/** The key that orders jobs: newest first. */
export interface JobKey {
  readonly createdAt: Date;
  readonly id: string;
}

/** Jobs as people see them. The API asks for them and calls them off. */
export interface JobStore {
  create(job: NewJob): Promise<Job>;
  list(filter: JobFilter, page: Page<JobKey>): Promise<readonly Job[]>;
  find(id: string): Promise<Job | undefined>;
  /** Calls a job off: at once when nobody is at it, else as soon as its worker looks up. Too late changes nothing. */
  cancel(id: string): Promise<Job | undefined>;
}

/** A job in a worker's hands. */
export interface TakenJob {
  readonly id: string;
  readonly studyId: number;
  readonly kind: JobKind;
  readonly wish: unknown;
  /** What its worker before this one wrote down; null at the first attempt. */
  readonly memory: unknown;
  readonly attempts: number;
  /** Proves that it is still ours. */
  readonly holder: string;
}

/** How a job stands, as its worker tells it. */
export interface JobNews {
  readonly done: number;
  readonly total: number;
  readonly memory?: object;
}

export type JobEnd =
  | {
      readonly state: "done";
      readonly outcome: Readonly<Record<string, number>>;
      readonly result: JobResult | null;
    }
  | { readonly state: "failed"; readonly error: string }
  | { readonly state: "cancelled" };

/** Jobs as workers see them. A worker holds a job only until an instant, and says again and again that it is alive. */
export interface JobQueue {
  /** The oldest job that nobody holds, or whose holder has fallen silent. */
  take(holdMilliseconds: number): Promise<TakenJob | undefined>;
  /** Notes how far it is and holds it on; says whether to go on. `lost` when somebody else holds it. */
  note(
    job: TakenJob,
    holdMilliseconds: number,
    news?: JobNews,
  ): Promise<"go-on" | "cancelled" | "lost">;
  end(job: TakenJob, end: JobEnd): Promise<Job | undefined>;
  /** Gives a job back unfinished, for the next who asks. */
  release(job: TakenJob): Promise<void>;
  /** Jobs whose results are too old to be kept. */
  overdue(now: Date): Promise<readonly { readonly id: string; readonly parts: number }[]>;
  /** Notes that a result is gone. */
  forgetResult(id: string): Promise<void>;
}

/** Has journeys told again from their beginning by the journey keeper. */
export interface JourneyRecount {
  /** Marks the journeys of some items of a study, in the order of their ids after `afterId`; returns the ids. */
  mark(studyId: number, page: Page<number>): Promise<readonly number[]>;
  /** How many of these items' journeys still wait for the keeper. */
  waiting(itemIds: readonly number[]): Promise<number>;
}
