import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { percentText } from "../../kit/measures.ts";
import { countText, voltsText } from "../figures.ts";
import { AsTable } from "../table/as-table.ts";
import type { TrackerDays } from "./trackers-api.ts";

const DAY = 86_400_000;
const UNKNOWN = "–";

/** The bars and the line of a tracker's days in numbers, the last day first. */
@Component({
  selector: "zpr-days-table",
  imports: [AsTable, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <zpr-as-table
      [caption]="'lab.tracker.daysTable.caption' | transloco"
      [heads]="[
        'lab.tracker.daysTable.day' | transloco,
        'lab.tracker.daysTable.received' | transloco,
        'lab.tracker.daysTable.expected' | transloco,
        'lab.trackers.column.battery' | transloco,
      ]"
      [rows]="rows()"
    />
  `,
})
export class DaysTable {
  readonly #locale = inject(PageLocale).current;
  readonly days = input.required<TrackerDays>();

  protected readonly rows = computed(() => {
    const { from, received, expected, batteryPercent, batteryVolts } = this.days();
    const locale = this.#locale();
    return received
      .map((count, at) => {
        const [due, percent, volts] = [expected[at], batteryPercent[at], batteryVolts[at]];
        const battery = [
          percent == null ? [] : percentText(percent / 100, locale),
          volts == null ? [] : voltsText(volts, locale),
        ].flat();
        return [
          new Date(Date.parse(from) + at * DAY).toISOString().slice(0, 10),
          countText(count, locale),
          due == null ? UNKNOWN : countText(Math.round(due), locale),
          battery.join(" · ") || UNKNOWN,
        ];
      })
      .toReversed();
  });
}
