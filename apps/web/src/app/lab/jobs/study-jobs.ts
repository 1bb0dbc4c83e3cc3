import { computed, DestroyRef, effect, Injectable, inject, signal, untracked } from "@angular/core";
import { StudyData } from "../study-data.ts";
import { jobsAfter } from "./jobs-after.ts";
import { cancelJob, type Job, readJob, readJobs } from "./jobs-api.ts";

/** Events only tell what happens while somebody listens: a rate, or what was missed, is asked for. */
const LOOK_MS = 5_000;

/** The jobs of the chosen study, as far as they are now. */
@Injectable()
export class StudyJobs {
  readonly #data = inject(StudyData);
  readonly #jobs = signal<readonly Job[] | undefined>(undefined);
  readonly #failed = signal(false);
  /** Undefined until they are read. */
  readonly jobs = this.#jobs.asReadonly();
  readonly failed = this.#failed.asReadonly();
  readonly #going = computed(() =>
    (this.#jobs() ?? []).filter(({ state }) => state === "waiting" || state === "running"),
  );

  constructor() {
    effect(() => {
      this.#data.study()?.id;
      untracked(() => {
        this.#jobs.set(undefined);
        void this.read();
      });
    });
    effect(() => {
      const events = this.#data.lastEvents().filter((event) => event.kind === "job");
      if (events.length > 0) untracked(() => this.#take(events));
    });
    const timer = setInterval(() => this.#look(), LOOK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  async read(): Promise<void> {
    const studyId = this.#data.study()?.id;
    if (studyId === undefined) return;
    try {
      const jobs = await readJobs(studyId);
      if (studyId !== this.#data.study()?.id) return;
      this.#jobs.set(jobs);
      this.#failed.set(false);
    } catch {
      this.#failed.set(true);
    }
  }

  /** Shows a job that was just begun, or that is further than it was. */
  show(job: Job): void {
    if (job.studyId !== this.#data.study()?.id) return;
    const before = (this.#jobs() ?? []).find(({ id }) => id === job.id);
    this.#jobs.update((jobs = []) =>
      before ? jobs.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs],
    );
    // What an import wrote is on the other pages when the reader gets there.
    const justDone = job.state === "done" && before !== undefined && before.state !== "done";
    if (justDone && job.kind === "import") void this.#data.reload();
  }

  async cancel(id: string): Promise<void> {
    try {
      this.show(await cancelJob(id));
    } catch {
      this.#failed.set(true);
    }
  }

  #take(events: Parameters<typeof jobsAfter>[1]): void {
    const { jobs, ask } = jobsAfter(this.#jobs() ?? [], events);
    if (this.#jobs()) this.#jobs.set(jobs);
    for (const id of ask) void this.#ask(id);
  }

  #look(): void {
    for (const { id } of this.#going()) void this.#ask(id);
  }

  async #ask(id: string): Promise<void> {
    try {
      this.show(await readJob(id));
      this.#failed.set(false);
    } catch {
      this.#failed.set(true);
    }
  }
}
