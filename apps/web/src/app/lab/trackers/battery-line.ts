import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { voltsText } from "../figures.ts";
import type { Tracker } from "../lab-api.ts";
import { linesOf } from "./days-drawing.ts";
import type { TrackerDays } from "./trackers-api.ts";

/** Smaller differences than these are no trend: percent, volts. */
const LEAST_PERCENT = 20;
const LEAST_VOLTS = 0.4;

/** A tracker's battery: what it was last, its days as a line, and when it will be low. */
@Component({
  selector: "zpr-battery-line",
  imports: [PluralPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      gap: 2px;
    }

    svg {
      display: block;
      width: 100%;
      min-width: 4rem;
      height: 1.5rem;
      overflow: visible;
    }

    :host(.big) svg {
      height: 6rem;
    }

    polyline {
      fill: none;
      stroke: var(--zpr-track);
      stroke-width: 2;
      stroke-linecap: round;
      vector-effect: non-scaling-stroke;
    }

    .dot {
      stroke-width: 7;
    }

    .low {
      color: var(--zpr-warn-text);
      font-weight: 700;
    }
  `,
  template: `
    <span>{{ last() ?? "–" }}</span>
    @if (lines().length) {
      <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 -5 100 110">
        @for (line of lines(); track $index) {
          <polyline [class.dot]="line.isDot" [attr.points]="line.points" />
        }
      </svg>
    }
    @if (lowInDays(); as days) {
      <span class="l-small" [class.low]="days < 8">{{ "lab.trackers.lowIn" | plural: days }}</span>
    }
  `,
})
export class BatteryLine {
  readonly #locale = inject(PageLocale).current;
  readonly tracker = input.required<Tracker>();
  readonly days = input<TrackerDays>();

  protected readonly last = computed(() => {
    const { health, lastFix } = this.tracker();
    const percent = health.battery?.percent;
    const volts = health.battery?.volts ?? lastFix?.batteryVolts;
    const texts = [
      percent == null ? undefined : this.#percent(percent),
      volts == null ? undefined : voltsText(volts, this.#locale()),
    ].filter((text) => text !== undefined);
    return texts.length > 0 ? texts.join(" · ") : undefined;
  });
  protected readonly lines = computed(() => {
    const days = this.days();
    if (!days) return [];
    const hasPercent = days.batteryPercent.some((percent) => percent !== null);
    const lines = hasPercent
      ? linesOf(days.batteryPercent, LEAST_PERCENT)
      : linesOf(days.batteryVolts, LEAST_VOLTS);
    // A single day is drawn as a dot: a line from itself to itself.
    return lines.map((line) => {
      const isDot = line.length === 1;
      const points = (isDot ? [...line, ...line] : line)
        .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
        .join(" ");
      return { isDot, points };
    });
  });
  protected readonly lowInDays = computed(() => {
    const days = this.tracker().health.battery?.lowInDays;
    return days == null || days > 365 ? undefined : Math.max(1, Math.round(days));
  });

  #percent(percent: number): string {
    return new Intl.NumberFormat(this.#locale(), {
      style: "percent",
      maximumFractionDigits: 0,
    }).format(percent / 100);
  }
}
