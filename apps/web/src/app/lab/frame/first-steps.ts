import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { Sign } from "../../kit/sign.ts";
import { StudyData } from "../study-data.ts";

/** What a study needs before anything is in the water, in an order that works, with the way to each. */
@Component({
  selector: "zpr-first-steps",
  imports: [RouterLink, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: block;
      padding: var(--zpr-space-3) var(--zpr-space-4);
    }

    ol {
      display: grid;
      gap: var(--zpr-space-3);
      margin: var(--zpr-space-2) 0 0;
      padding-left: 1.5rem;
    }

    h3 {
      font-size: 1rem;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
      font-weight: 700;
    }

    .done {
      color: var(--zpr-good-text);
    }
  `,
  template: `
    <h3>{{ "lab.steps.title" | transloco }}</h3>
    <ol>
      @for (step of steps(); track step.name) {
        <li>
          <a [routerLink]="step.path" queryParamsHandling="merge">{{ "lab.steps." + step.name + ".do" | transloco }}</a>
          @if (step.done) {
            <span class="done"><zpr-sign name="check" /> {{ "lab.steps.done" | transloco }}</span>
          }
          <p class="l-small">{{ "lab.steps." + step.name + ".why" | transloco }}</p>
        </li>
      }
    </ol>
  `,
})
export class FirstSteps {
  readonly #data = inject(StudyData);
  protected readonly steps = computed(() => [
    { name: "river", path: "/lab/study/river", done: false },
    { name: "items", path: "/lab/items", done: this.#data.items().length > 0 },
    { name: "trackers", path: "/lab/trackers", done: this.#data.trackers().length > 0 },
    { name: "release", path: "/lab/release", done: false },
  ]);
}
