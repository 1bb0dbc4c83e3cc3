import { computed, type Signal, signal } from "@angular/core";
import type { Tracker } from "../lab-api.ts";
import type { TrackerRow } from "./tracker-rows.ts";

/** Which trackers are selected, whatever the list shows. */
export class Selection {
  readonly #ids = signal<ReadonlySet<number>>(new Set());
  /** Those of the study's trackers that are selected, in their order. */
  readonly trackers: Signal<readonly Tracker[]>;

  constructor(all: Signal<readonly Tracker[]>) {
    this.trackers = computed(() => all().filter(({ id }) => this.has(id)));
  }

  has(id: number): boolean {
    return this.#ids().has(id);
  }

  toggle(id: number): void {
    this.#ids.update(
      (ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]),
    );
  }

  hasAll(rows: readonly TrackerRow[]): boolean {
    return rows.length > 0 && rows.every(({ tracker }) => this.has(tracker.id));
  }

  /** Some, but not all. */
  hasSome(rows: readonly TrackerRow[]): boolean {
    return !this.hasAll(rows) && rows.some(({ tracker }) => this.has(tracker.id));
  }

  /** Selects all of some rows; when all of them are, none of them. */
  toggleAll(rows: readonly TrackerRow[]): void {
    const shown = new Set(rows.map(({ tracker }) => tracker.id));
    const isFull = this.hasAll(rows);
    this.#ids.update((ids) => {
      const others = [...ids].filter((id) => !shown.has(id));
      return new Set(isFull ? others : [...others, ...shown]);
    });
  }

  clear(): void {
    this.#ids.set(new Set());
  }
}
