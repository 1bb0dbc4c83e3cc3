import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { parseItemCode } from "@zpr/model";
import { LabProblem } from "../../ask.ts";
import type { Tracker } from "../../lab-api.ts";
import { StudyData } from "../../study-data.ts";
import { Moment } from "../../time/moment.ts";
import { type Deployment, deploy, endDeployment, readDeployments } from "../trackers-api.ts";

type Problem = "noCode" | "overlap" | "overtaken" | "failed";

/** In which items a tracker was, from when to when; puts it into one and takes it out. */
@Component({
  selector: "zpr-tracker-deployments",
  imports: [Moment, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-parts.css",
  templateUrl: "./tracker-deployments.html",
})
export class TrackerDeployments {
  readonly #data = inject(StudyData);
  readonly tracker = input.required<Tracker>();
  /** Of every event there is another tracker, but it is the same one. */
  readonly #id = computed(() => this.tracker().id);
  protected readonly mayEdit = this.#data.mayEdit;
  protected readonly items = this.#data.items;
  /** Newest first; undefined until they are read. */
  protected readonly deployments = signal<readonly Deployment[] | undefined>(undefined);
  protected readonly current = computed(() =>
    this.deployments()?.find(({ endedAt }) => endedAt === null),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    effect(() => {
      this.#id();
      untracked(() => void this.#do(async () => undefined));
    });
  }

  protected nowText(): string {
    return new Date().toISOString().slice(0, 16);
  }

  protected begin(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const itemCode = parseItemCode(String(form.get("code") ?? ""));
    if (!itemCode) {
      this.problem.set("noCode");
      return Promise.resolve();
    }
    const startedAt = instantIn(form);
    return this.#do(async () => {
      await deploy({ trackerId: this.tracker().id, itemCode, startedAt });
      await this.#data.reload();
    });
  }

  protected end(deployment: Deployment, submit: Event): Promise<void> {
    submit.preventDefault();
    const endedAt = instantIn(new FormData(submit.target as HTMLFormElement));
    return this.#do(async () => {
      await endDeployment(deployment, endedAt);
      await this.#data.reload();
    });
  }

  async #do(act: () => Promise<void>): Promise<void> {
    const { id, studyId } = this.tracker();
    this.busy.set(true);
    this.problem.set(undefined);
    await act().catch((reason) => this.problem.set(problemOf(reason)));
    try {
      const deployments = await readDeployments(studyId, id);
      const newest = [...deployments].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
      if (id === this.tracker().id) this.deployments.set(newest);
    } catch {
      this.problem.set("failed");
    }
    this.busy.set(false);
  }
}

/** Times in the forms are UTC. */
function instantIn(form: FormData): string {
  return new Date(`${String(form.get("at"))}Z`).toISOString();
}

function problemOf(reason: unknown): Problem {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 412) return "overtaken";
  return reason.status === 409 ? "overlap" : "failed";
}
