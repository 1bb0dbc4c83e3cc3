import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { instantText } from "../time/instant-text.ts";
import { TimeZone } from "../time/time-zone.ts";
import { type Around, flagWords } from "./flag-words.ts";
import type { StoredFix } from "./journey-api.ts";

/** Why a fix is doubted: each flag with its value and its threshold. */
@Component({
  selector: "zpr-flag-reasons",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li::before {
      content: "⚑ ";
      color: var(--zpr-warn-text);
    }
  `,
  template: `
    @if (reasons().length) {
      <ul>
        @for (reason of reasons(); track reason.key) {
          <li>{{ "lab.journey.why." + reason.key | transloco: reason.parameters }}</li>
        }
      </ul>
    }
  `,
})
export class FlagReasons {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly fix = input.required<StoredFix>();
  readonly around = input.required<Around>();

  protected readonly reasons = computed(() => {
    const format = new Intl.NumberFormat(this.#locale(), { maximumFractionDigits: 1 });
    return flagWords(this.fix(), this.around()).map(({ key, numbers, instant, text }) => ({
      key,
      parameters: {
        ...Object.fromEntries(
          Object.entries(numbers).map(([name, value]) => [name, format.format(value)]),
        ),
        ...(instant && { instant: instantText(instant, this.#locale(), this.#inUtc()) }),
        ...(text && { text }),
      },
    }));
  });
}
