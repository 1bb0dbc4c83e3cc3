import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing } from "../conflict/editing.ts";
import type { Study } from "../lab-api.ts";
import { readStudy } from "../study/study-api.ts";
import { StudyData } from "../study-data.ts";
import {
  changeThresholds,
  type Job,
  readJob,
  readLastRecompute,
  startRecompute,
} from "./thresholds-api.ts";
import {
  DEFAULT_THRESHOLDS,
  stillMetres,
  THRESHOLD_CONFLICTS,
  THRESHOLD_FIELDS,
  type Thresholds,
  thresholdsIn,
  thresholdsOf,
} from "./thresholds-form.ts";

const LOOK_EVERY_MS = 1000;

/** `/lab/study/thresholds`: by which numbers drifting, stranded, carried and silent are told apart. */
@Component({
  selector: "zpr-thresholds-tab",
  imports: [ConflictDialog, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./thresholds-tab.html",
})
export class ThresholdsTab {
  readonly #data = inject(StudyData);
  readonly #studyId = this.#data.study()?.id ?? 0;
  readonly #destroyed = inject(DestroyRef);
  protected readonly isOwner = this.#data.isOwner;
  protected readonly fields = THRESHOLD_FIELDS;
  protected readonly defaults = DEFAULT_THRESHOLDS;

  /** The version that the form began with, alone in a list; none until it is read. */
  protected readonly seen = signal<readonly [Study] | readonly []>([]);
  protected readonly values = computed(() => {
    const [study] = this.seen();
    return study ? thresholdsOf(study) : DEFAULT_THRESHOLDS;
  });
  /** As it is typed: what it comes to is shown at once. */
  readonly #noise = signal<number | undefined>(undefined);
  protected readonly still = computed(() =>
    stillMetres(this.#noise() ?? this.values().noiseMetres),
  );
  protected readonly editing = new Editing({
    rows: (mine: Thresholds, theirs: Study) =>
      conflictRows(THRESHOLD_CONFLICTS, mine, thresholdsOf(theirs)),
    write: changeThresholds,
    written: async (kept) => {
      this.#show(kept);
      void this.#follow(await startRecompute(this.#studyId));
      await this.#data.start();
    },
    theirsTaken: (theirs) => this.#show(theirs),
    faultOf: () => "failed" as const,
  });
  protected readonly job = signal<Job | undefined>(undefined);
  constructor() {
    void this.#read();
  }

  protected typed(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    if (name === "noiseMetres") this.#noise.set(Number(value));
  }

  protected save(submit: Event, seen: Study): Promise<boolean> {
    submit.preventDefault();
    return this.editing.save(seen, thresholdsIn(new FormData(submit.target as HTMLFormElement)));
  }

  async #read(): Promise<void> {
    try {
      this.#show(await readStudy(this.#studyId));
      const last = await readLastRecompute(this.#studyId);
      if (last && last.endedAt === null) await this.#follow(last);
    } catch {
      this.editing.said.set("failed");
    }
  }

  #show(study: Study): void {
    this.#noise.set(undefined);
    this.seen.set([study]);
  }

  /** Shows how far it is until it ends; a look that fails is tried again. */
  async #follow(begun: Job): Promise<void> {
    this.job.set(begun);
    while (!this.#destroyed.destroyed && this.job()?.endedAt === null) {
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
      const now = await readJob(begun.id).catch(() => undefined);
      if (this.job()?.id !== begun.id) return;
      if (now) this.job.set(now);
    }
  }
}
