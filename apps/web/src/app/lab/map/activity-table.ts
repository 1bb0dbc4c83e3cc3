import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { countText } from "../figures.ts";
import { AsTable } from "../table/as-table.ts";
import type { Activity } from "./map-api.ts";

/** Characters of an ISO instant that tell an hour, a day or a month. */
const LENGTHS = { hour: 13, day: 10, month: 7 } as const;

/** The histogram of the time bar in numbers, UTC, the newest first. */
@Component({
  selector: "zpr-activity-table",
  imports: [AsTable, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <zpr-as-table
      [caption]="'lab.map.time.table' | transloco"
      [heads]="[
        'lab.map.time.utc' | transloco,
        'lab.map.time.fixes' | transloco,
        'lab.map.time.sightings' | transloco,
      ]"
      [rows]="rows()"
    />
  `,
})
export class ActivityTable {
  readonly #locale = inject(PageLocale).current;
  readonly activity = input.required<Activity>();

  protected readonly rows = computed(() => {
    const { bin, bins } = this.activity();
    return bins
      .map(({ start, fixes, sightings }) => {
        const counts = [fixes, sightings].map((count) => countText(count, this.#locale()));
        const time = new Date(start).toISOString().slice(0, LENGTHS[bin]).replace("T", " ");
        return [bin === "hour" ? `${time}:00` : time, ...counts];
      })
      .toReversed();
  });
}
