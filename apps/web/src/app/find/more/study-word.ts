import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { readStudyWord, type StudyWord as Word } from "./more-api.ts";

/** What an item's study says to finders, with the way to its page; nothing for a study that is not public. */
@Component({
  selector: "zpr-study-word",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: contents;
    }

    h2 {
      margin-bottom: var(--zpr-space-2);
      font-size: var(--zpr-text-l);
    }

    p {
      white-space: pre-line;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
    }
  `,
  template: `
    @if (word(); as word) {
      <section>
        @if (word.text) {
          <h2>{{ "later.more.words" | transloco }}</h2>
          <p [lang]="word.lang">{{ word.text }}</p>
        }
        <a href="/study/{{ word.studyId }}?lang={{ locale() }}">{{
          "later.more.study" | transloco
        }}</a>
      </section>
    }
  `,
})
export class StudyWord {
  protected readonly locale = inject(PageLocale).current;
  readonly code = input.required<ItemCode>();
  protected readonly word = signal<Word | undefined>(undefined);

  constructor() {
    effect(() => {
      const [code, locale] = [this.code(), this.locale()];
      readStudyWord(code, locale).then(
        (word) => code === this.code() && this.word.set(word),
        () => undefined,
      );
    });
  }
}
