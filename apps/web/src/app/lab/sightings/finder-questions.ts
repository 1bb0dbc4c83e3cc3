import { ChangeDetectionStrategy, Component, computed, input, output, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { Moment } from "../time/moment.ts";
import { problemOf } from "./review-desk.ts";
import { askFinder, type SightingDetail, withdrawQuestion } from "./sightings-api.ts";

/** What the finder was asked and answered, and a field for the next question. */
@Component({
  selector: "zpr-finder-questions",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./review-form.css",
  styles: `
    :host {
      display: grid;
      gap: var(--zpr-space-3);
    }

    h3 {
      font-size: 1rem;
    }

    blockquote {
      margin: 0;
      padding-left: var(--zpr-space-3);
      border-left: 3px solid var(--zpr-line-strong);
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    .answer {
      border-left-color: var(--zpr-good-edge);
    }

    ol {
      display: grid;
      gap: var(--zpr-space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    form {
      display: grid;
      gap: var(--zpr-space-2);
      justify-items: start;
    }
  `,
  template: `
    <h3>{{ "lab.sightings.ask.title" | transloco }}</h3>
    <ol>
      @for (one of detail().questions; track one.id) {
        <li>
          <p class="l-small">
            {{ one.askedBy }} · <zpr-moment [time]="one.askedAt" [relative]="false" />
          </p>
          <blockquote>{{ one.text }}</blockquote>
          @if (one.answer !== null) {
            <blockquote class="answer" [attr.lang]="detail().locale">{{ one.answer }}</blockquote>
          } @else if (one.withdrawnAt) {
            <p class="l-small">{{ "lab.sightings.ask.withdrawn" | transloco }}</p>
          } @else {
            <p class="l-small">{{ "lab.sightings.ask.open" | transloco }}</p>
            @if (mayEdit()) {
              <button type="button" class="z-button l-button" (click)="withdraw(one.id)">
                {{ "lab.sightings.ask.withdraw" | transloco }}
              </button>
            }
          }
        </li>
      }
    </ol>
    @if (mayEdit() && !isOpen()) {
      @if (detail().mayAsk) {
        <form (submit)="ask($event)">
          <label class="z-label" for="ask-text">{{ "lab.sightings.ask.label" | transloco }}</label>
          <textarea
            id="ask-text"
            class="l-input"
            rows="3"
            maxlength="2000"
            required
            [value]="text()"
            (input)="text.set($any($event.target).value)"
          ></textarea>
          <button type="submit" class="z-button l-button" [disabled]="busy()">
            {{ "lab.sightings.ask.send" | transloco }}
          </button>
        </form>
      } @else {
        <p class="l-small">{{ "lab.sightings.ask.notReachable" | transloco }}</p>
      }
    }
    @if (problem(); as problem) {
      <p class="l-error" role="alert">{{ "lab.sightings." + problem | transloco }}</p>
    }
  `,
})
export class FinderQuestions {
  readonly detail = input.required<SightingDetail>();
  readonly mayEdit = input.required<boolean>();
  readonly changed = output();

  protected readonly text = signal("");
  protected readonly busy = signal(false);
  protected readonly problem = signal<ReturnType<typeof problemOf> | undefined>(undefined);
  protected readonly isOpen = computed(() =>
    this.detail().questions.some((one) => one.answer === null && one.withdrawnAt === null),
  );
  /** The same when a question that may have gone out is sent again. */
  #questionId = crypto.randomUUID();

  protected async ask(submit: Event): Promise<void> {
    submit.preventDefault();
    const text = this.text().trim();
    if (text === "") return;
    await this.#try(async () => {
      await askFinder(this.detail().id, { id: this.#questionId, text });
      this.#questionId = crypto.randomUUID();
      this.text.set("");
    });
  }

  protected withdraw(question: string): Promise<void> {
    return this.#try(() => withdrawQuestion(this.detail().id, question));
  }

  async #try(what: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await what();
      this.changed.emit();
    } catch (reason) {
      this.problem.set(problemOf(reason));
    }
    this.busy.set(false);
  }
}
