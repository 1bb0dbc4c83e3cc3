import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { countText } from "../figures.ts";
import { barsOf } from "./days-drawing.ts";
import { receivedOf } from "./tracker-rows.ts";
import type { TrackerDays } from "./trackers-api.ts";

/** What came of a tracker each day as a bar, against what was expected; in words beside it. */
@Component({
  selector: "zpr-day-bars",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      gap: 2px;
    }

    svg {
      display: block;
      width: 100%;
      min-width: 5rem;
      height: 1.5rem;
      border-bottom: 1px solid var(--zpr-line-strong);
    }

    :host(.big) svg {
      height: 6rem;
    }

    .expected {
      fill: var(--zpr-sunken);
      stroke: var(--zpr-line);
      stroke-width: 0.5;
    }

    .received {
      fill: var(--zpr-track);
    }

    .short {
      fill: var(--zpr-warn-edge);
    }
  `,
  template: `
    <svg aria-hidden="true" preserveAspectRatio="none" [attr.viewBox]="'0 0 ' + bars().length * 10 + ' 100'">
      @for (bar of bars(); track $index) {
        <rect class="expected" width="9" [attr.x]="$index * 10" [attr.y]="100 - bar.expected * 100" [attr.height]="bar.expected * 100" />
        <rect class="received" [class.short]="bar.isShort" width="9" [attr.x]="$index * 10" [attr.y]="100 - bar.received * 100" [attr.height]="bar.received * 100" />
      }
    </svg>
    <span class="l-small">
      @if (sums(); as sums) {
        {{ "lab.trackers.received" | transloco: sums }}
      } @else {
        {{ "lab.trackers.receivedOnly" | transloco: { received: received() } }}
      }
    </span>
  `,
})
export class DayBars {
  readonly #locale = inject(PageLocale).current;
  readonly days = input.required<TrackerDays>();

  protected readonly bars = computed(() => barsOf(this.days()));
  protected readonly received = computed(() =>
    countText(
      this.days().received.reduce((sum, count) => sum + count, 0),
      this.#locale(),
    ),
  );
  protected readonly sums = computed(() => {
    const sums = receivedOf(this.days());
    const locale = this.#locale();
    return (
      sums && {
        received: countText(sums.received, locale),
        expected: countText(sums.expected, locale),
        share: new Intl.NumberFormat(locale, { style: "percent" }).format(sums.share),
      }
    );
  });
}
