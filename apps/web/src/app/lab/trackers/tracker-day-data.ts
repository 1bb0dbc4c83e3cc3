import { computed, effect, Injectable, inject, signal, untracked } from "@angular/core";
import { settled } from "../settled.ts";
import { StudyData } from "../study-data.ts";
import { readTrackerDays, type TrackerDays } from "./trackers-api.ts";

/** The server counts them: asked for again, but not at every fix. */
const NEWS_MS = 15_000;

/** The last fourteen days of the study's trackers, kept up to date while the page is open. */
@Injectable()
export class TrackerDayData {
  readonly #data = inject(StudyData);
  readonly #days = signal<readonly TrackerDays[]>([]);

  /** By the trackers' ids; empty until they are read. */
  readonly days = computed(
    () => new Map(this.#days().map((days) => [days.trackerId, days] as const)),
  );
  readonly #readSoon = settled(NEWS_MS, () => this.#read());

  readonly #studyId = computed(() => this.#data.study()?.id);

  constructor() {
    effect(() => {
      this.#studyId();
      this.#days.set([]);
      // What could not be read is read after the next event.
      untracked(() => void this.#read().catch(() => undefined));
    });
    effect(() => {
      if (this.#data.lastEvents().some(({ kind }) => kind === "fix")) this.#readSoon();
    });
  }

  async #read(): Promise<void> {
    const studyId = this.#data.study()?.id;
    if (studyId === undefined) return;
    const days = await readTrackerDays({ studyId });
    if (studyId === this.#data.study()?.id) this.#days.set(days);
  }
}
