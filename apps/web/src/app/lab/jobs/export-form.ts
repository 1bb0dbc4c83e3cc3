import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { StudyData } from "../study-data.ts";
import { startExport } from "./jobs-api.ts";
import { StudyJobs } from "./study-jobs.ts";

const TABLES = ["items", "sightings", "fixes", "journeys"] as const;
const FORMATS = ["csv", "geojson", "geoparquet"] as const;

/** What to write out: tables, formats, a window of time. */
@Component({
  selector: "zpr-export-form",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./export-form.css"],
  templateUrl: "./export-form.html",
})
export class ExportForm {
  readonly #data = inject(StudyData);
  readonly #jobs = inject(StudyJobs);
  protected readonly tables = TABLES;
  protected readonly formats = FORMATS;
  protected readonly busy = signal(false);
  protected readonly problem = signal<"empty" | "backwards" | "failed" | undefined>(undefined);

  protected async begin(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const studyId = this.#data.study()?.id;
    const tables = TABLES.filter((table) => form.has(`table-${table}`));
    const formats = FORMATS.filter((format) => form.has(`format-${format}`));
    const from = instantIn(form, "from");
    const to = instantIn(form, "to");
    if (studyId === undefined) return;
    if (tables.length === 0 || formats.length === 0) return this.problem.set("empty");
    if (from && to && from >= to) return this.problem.set("backwards");
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const wish = { tables, formats, ...(from && { from }), ...(to && { to }) };
      this.#jobs.show(await startExport(studyId, wish));
    } catch {
      this.problem.set("failed");
    }
    this.busy.set(false);
  }
}

/** An instant that a field says in UTC. */
function instantIn(form: FormData, name: string): string | undefined {
  const text = String(form.get(name) ?? "");
  return text === "" ? undefined : new Date(`${text}Z`).toISOString();
}
