import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { createStudy } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";

/** What somebody without a study sees: what a study is, and how to begin one. */
@Component({
  selector: "zpr-new-study",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: block;
      padding-inline: var(--zpr-space-4);
    }
  `,
  template: `
    <section class="l-empty">
      <h1>{{ "lab.study.emptyTitle" | transloco }}</h1>
      <p>{{ "lab.study.emptyText" | transloco }}</p>
      <form class="l-form" (submit)="create($event, name.value)">
        <label class="z-label" for="study-name">{{ "lab.study.name" | transloco }}</label>
        <input #name id="study-name" class="z-field" required maxlength="200" autocomplete="off" />
        @if (problem(); as problem) {
          <p class="l-error" role="alert">{{ "lab.study." + problem | transloco }}</p>
        }
        <button class="z-button z-button-main" type="submit" [disabled]="busy()">
          {{ "lab.study.create" | transloco }}
        </button>
      </form>
    </section>
  `,
})
export class NewStudy {
  readonly #data = inject(StudyData);
  protected readonly busy = signal(false);
  protected readonly problem = signal<"taken" | "failed" | undefined>(undefined);

  protected async create(submit: Event, name: string): Promise<void> {
    submit.preventDefault();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await createStudy(name.trim());
      await this.#data.start();
    } catch (reason) {
      const taken = reason instanceof LabProblem && reason.status === 409;
      this.problem.set(taken ? "taken" : "failed");
    }
    this.busy.set(false);
  }
}
