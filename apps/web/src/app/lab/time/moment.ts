import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { PageLocale } from "../../kit/locale.ts";
import { agoText } from "./ago.ts";
import { Clock } from "./clock.ts";
import { instantText } from "./instant-text.ts";
import { TimeZone } from "./time-zone.ts";

/** An instant: exact, and how long ago that is; UTC in its tooltip and when the reader wants it. */
@Component({
  selector: "zpr-moment",
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    time {
      display: inline-grid;
    }

    .exact {
      color: var(--zpr-text-soft);
      font-size: var(--zpr-text-s);
    }

    span {
      white-space: nowrap;
    }
  `,
  template: `
    <time [attr.datetime]="time()" [title]="utc()">
      @if (relative()) {
        <span>{{ ago() }}</span>
      }
      <span [class.exact]="relative()">{{ exact() }}</span>
    </time>
  `,
})
export class Moment {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly #inUtc = inject(TimeZone).inUtc;
  /** ISO 8601. */
  readonly time = input.required<string>();
  readonly relative = input(true);

  protected readonly utc = computed(() => instantText(this.time(), this.#locale(), true));
  protected readonly exact = computed(() =>
    instantText(this.time(), this.#locale(), this.#inUtc()),
  );
  protected readonly ago = computed(() =>
    agoText((this.#now() - Date.parse(this.time())) / 1000, this.#locale()),
  );
}
