import { computed, effect, Injectable, inject, signal } from "@angular/core";
import { StudyData } from "../study-data.ts";
import { type Activity, readActivity } from "./map-api.ts";

/** When things happened in the study that is shown. */
@Injectable()
export class StudyActivity {
  readonly #data = inject(StudyData);
  readonly #activity = signal<Activity | undefined>(undefined);
  #studyId: number | undefined;

  readonly activity = this.#activity.asReadonly();
  /** From the first to the last of it, milliseconds since 1970; undefined when nothing happened. */
  readonly extent = computed(() => {
    const { from, to } = this.#activity() ?? {};
    if (!from || !to || from >= to) return undefined;
    return { from: Date.parse(from), to: Date.parse(to) };
  });

  constructor() {
    effect(() => {
      const id = this.#data.study()?.id;
      if (id === this.#studyId) return;
      this.#studyId = id;
      this.#activity.set(undefined);
      if (id !== undefined) void this.#read(id);
    });
  }

  async #read(id: number): Promise<void> {
    const activity = await readActivity(id).catch(() => undefined);
    if (id === this.#studyId) this.#activity.set(activity);
  }
}
