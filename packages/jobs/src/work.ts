import type { JobResult, TakenJob } from "@zpr/ports";

/** A file in the making: its bytes in parts, so that none of it need be in memory whole. */
export interface ResultFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What work leaves when it is done. */
interface WorkDone {
  readonly outcome: Readonly<Record<string, number>>;
  readonly result: JobResult | null;
}

/** What a worker has at hand while it is at a job. */
export interface Desk {
  /** Says how far it is, and keeps what a successor must know; throws `Stopped` when it is to stop. */
  report(news: {
    readonly done: number;
    readonly total: number;
    readonly memory?: object;
  }): Promise<void>;
  /** Keeps a file as the job's result. */
  keep(file: ResultFile): Promise<JobResult>;
}

/** How one kind of job is done. It may begin anew at any time, and must then end as if it had begun once. */
export type Work = (job: TakenJob, desk: Desk) => Promise<WorkDone>;
