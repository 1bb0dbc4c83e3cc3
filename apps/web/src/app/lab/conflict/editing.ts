import { computed, type Signal, signal } from "@angular/core";
import { LabProblem, overtakenBy } from "../ask.ts";
import type { ConflictRow } from "./conflict-rows.ts";

/** What the dialog for a write that somebody overtook has to know of it. */
export interface Overtaken {
  /** What differs; undefined while there is no conflict. */
  readonly conflict: Signal<readonly ConflictRow[] | undefined>;
  keepMine(): void;
  takeTheirs(): void;
}

interface Parts<Wish, Seen, Kept, Fault> {
  /** The fields in which a wish differs from what others wrote. */
  readonly rows: (mine: Wish, theirs: NonNullable<Seen>) => readonly ConflictRow[];
  readonly write: (seen: Seen, wish: Wish) => Promise<Kept>;
  readonly written: (kept: Kept, seen: Seen) => unknown;
  /** The reader gave their own version up. */
  readonly theirsTaken: (theirs: NonNullable<Seen>) => unknown;
  /** Why it could not be written. */
  readonly faultOf: (reason: unknown) => Fault;
}

/** One form on one resource: written on top of what was seen; who was overtaken chooses between both versions. */
export class Editing<Wish, Seen, Kept, Fault extends string> implements Overtaken {
  readonly #parts: Parts<Wish, Seen, Kept, Fault>;
  readonly #overtaken = signal<
    { readonly mine: Wish; readonly theirs: NonNullable<Seen> } | undefined
  >(undefined);
  readonly busy = signal(false);
  readonly said = signal<"saved" | Fault | undefined>(undefined);
  /** As said, of dialogs that close when it is saved. */
  readonly fault = computed(() => {
    const said = this.said();
    return said === "saved" ? undefined : said;
  });
  readonly conflict = computed(() => {
    const both = this.#overtaken();
    return both && this.#parts.rows(both.mine, both.theirs);
  });

  constructor(parts: Parts<Wish, Seen, Kept, Fault>) {
    this.#parts = parts;
  }

  /** Whether it is written. */
  async save(seen: Seen, wish: Wish): Promise<boolean> {
    this.busy.set(true);
    this.said.set(undefined);
    try {
      const kept = await this.#parts.write(seen, wish);
      this.said.set("saved");
      await this.#parts.written(kept, seen);
      return true;
    } catch (reason) {
      const theirs = overtakenBy<NonNullable<Seen>>(reason);
      if (theirs) this.#overtaken.set({ mine: wish, theirs });
      else this.said.set(this.#parts.faultOf(reason));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  keepMine(): void {
    const both = this.#overtaken();
    this.#overtaken.set(undefined);
    if (both) void this.save(both.theirs, both.mine);
  }

  takeTheirs(): void {
    const both = this.#overtaken();
    this.#overtaken.set(undefined);
    if (both) this.#parts.theirsTaken(both.theirs);
  }
}

/** A name that is taken, told apart from all else. */
export function takenOrFailed(reason: unknown): "taken" | "failed" {
  return reason instanceof LabProblem && reason.status === 409 ? "taken" : "failed";
}
