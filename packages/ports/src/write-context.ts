import type { Actor } from "./audit-log.ts";

/** Versions of which an object must have one for a write to it to be done. */
export interface ExpectedVersion {
  /** As in the audit log: study, item, tracker, ... */
  readonly kind: string;
  readonly id: number | string;
  readonly versions: readonly number[];
}

/** In whose name stores write, and on top of what. It holds for all that `work` begins, however deep. */
export interface WriteContext {
  /** What is written is recorded in the audit log as this actor's. */
  actAs<Result>(actor: Actor, work: () => Result): Result;
  /** `stale` when the object has another version by now; then nothing of what failed is written. */
  expecting<Result>(
    expected: ExpectedVersion,
    work: () => Promise<Result>,
  ): Promise<Result | "stale">;
}
