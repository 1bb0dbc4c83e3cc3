import { computed, signal } from "@angular/core";
import { LabProblem, overtakenBy } from "../ask.ts";
import { type ConflictField, conflictRows } from "./conflict-rows.ts";

interface Versioned {
  readonly version: number;
}

/** One form on one resource: written on top of what was seen; who was overtaken chooses between both versions. */
export class Editing<Wish, Seen extends Wish & Versioned> {
  readonly #around: {
    readonly fields: () => readonly ConflictField<Wish>[];
    readonly write: (seen: Seen, wish: Wish) => Promise<unknown>;
    readonly written: () => void;
  };
  readonly #conflict = signal<{ readonly mine: Wish; readonly theirs: Seen } | undefined>(
    undefined,
  );
  readonly busy = signal(false);
  readonly problem = signal<"taken" | "failed" | undefined>(undefined);
  /** What the conflict dialog shows; nothing while there is no conflict. */
  readonly conflict = computed(() => {
    const both = this.#conflict();
    return both && conflictRows(this.#around.fields(), both.mine, both.theirs);
  });

  constructor(around: {
    readonly fields: () => readonly ConflictField<Wish>[];
    readonly write: (seen: Seen, wish: Wish) => Promise<unknown>;
    /** It is written, or theirs was taken. */
    readonly written: () => void;
  }) {
    this.#around = around;
  }

  async save(seen: Seen, wish: Wish): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.#around.write(seen, wish);
      this.#around.written();
    } catch (reason) {
      const theirs = overtakenBy<Seen>(reason);
      const isTaken = reason instanceof LabProblem && reason.status === 409;
      if (theirs) this.#conflict.set({ mine: wish, theirs });
      else this.problem.set(isTaken ? "taken" : "failed");
    }
    this.busy.set(false);
  }

  keepMine(): void {
    const both = this.#conflict();
    this.#conflict.set(undefined);
    if (both) void this.save(both.theirs, both.mine);
  }

  takeTheirs(): void {
    this.#conflict.set(undefined);
    this.#around.written();
  }
}
