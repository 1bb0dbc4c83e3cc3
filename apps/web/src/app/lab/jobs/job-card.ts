import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { Sign } from "../../kit/sign.ts";
import { countText } from "../figures.ts";
import { durationText } from "../release/duration-text.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { secondsLeft } from "./jobs-after.ts";
import type { Job } from "./jobs-api.ts";
import { StudyJobs } from "./study-jobs.ts";

/** One job: how far it is, how it ended, its file. */
@Component({
  selector: "zpr-job-card",
  imports: [Moment, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: "l-card" },
  styleUrl: "./job-card.css",
  templateUrl: "./job-card.html",
})
export class JobCard {
  readonly #locale = inject(PageLocale).current;
  readonly #data = inject(StudyData);
  protected readonly jobs = inject(StudyJobs);
  readonly job = input.required<Job>();

  protected readonly isGoing = computed(() => ["waiting", "running"].includes(this.job().state));
  protected readonly mayCancel = computed(
    () => this.isGoing() && (this.#data.study()?.role !== "viewer" || this.job().kind === "export"),
  );
  protected readonly left = computed(() => {
    const seconds = secondsLeft(this.job());
    return seconds === undefined ? undefined : durationText(seconds, this.#locale());
  });
  protected readonly outcome = computed(() =>
    Object.entries(this.job().outcome ?? {}).map(([name, count]) => ({
      name,
      count: this.count(count),
    })),
  );
  protected readonly size = computed(() =>
    new Intl.NumberFormat(this.#locale(), {
      style: "unit",
      unit: "kilobyte",
      maximumFractionDigits: 0,
    }).format(Math.ceil((this.job().result?.bytes ?? 0) / 1000)),
  );

  protected count(count: number): string {
    return countText(count, this.#locale());
  }
}
