import { ChangeDetectionStrategy, Component, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { usePageTitle } from "../../kit/page-title.ts";
import { ItemsTabs } from "../items/items-tabs.ts";
import { StudyData } from "../study-data.ts";
import { ExportForm } from "./export-form.ts";
import { JobCard } from "./job-card.ts";
import { StudyJobs } from "./study-jobs.ts";

/** `/lab/jobs`: tables to take away, and all long work of the study. */
@Component({
  selector: "zpr-jobs-page",
  imports: [ExportForm, ItemsTabs, JobCard, TranslocoPipe],
  providers: [StudyJobs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (data.loaded()) {
      <div class="l-page">
        <zpr-items-tabs />
        <header class="l-head">
          <h1>{{ "lab.jobs.title" | transloco }}</h1>
        </header>
        <h2>{{ "lab.jobs.export.title" | transloco }}</h2>
        <p class="z-soft">{{ "lab.jobs.export.text" | transloco }}</p>
        <zpr-export-form />
        <h2>{{ "lab.jobs.list" | transloco }}</h2>
        @if (jobs.failed()) {
          <p class="l-error" role="alert">{{ "lab.jobs.unreached" | transloco }}</p>
        }
        <div class="l-cards" aria-live="polite">
          @for (job of jobs.jobs(); track job.id) {
            <zpr-job-card [job]="job" />
          } @empty {
            @if (jobs.jobs()) {
              <p class="z-soft">{{ "lab.jobs.empty" | transloco }}</p>
            }
          }
        </div>
      </div>
    }
  `,
})
export class JobsPage {
  protected readonly data = inject(StudyData);
  protected readonly jobs = inject(StudyJobs);

  constructor() {
    usePageTitle("lab.jobs.title");
  }
}
