import { ChangeDetectionStrategy, Component, inject, input, output } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { countText } from "../figures.ts";
import type { Sort } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.ts";
import { Moment } from "../time/moment.ts";
import { AlarmMarks } from "./alarm-marks.ts";
import { BatteryLine } from "./battery-line.ts";
import { DayBars } from "./day-bars.ts";
import { HealthMark } from "./health-mark.ts";
import type { Selection } from "./selection.ts";
import { TRACKER_COLUMNS, type TrackerColumn, type TrackerRow } from "./tracker-rows.ts";

/** Trackers as a table, for desks. */
@Component({
  selector: "zpr-tracker-table",
  imports: [
    AlarmMarks,
    BatteryLine,
    DayBars,
    HealthMark,
    Moment,
    RouterLink,
    SortHead,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-list.css",
  templateUrl: "./tracker-table.html",
})
export class TrackerTable {
  readonly #locale = inject(PageLocale).current;
  readonly rows = input.required<readonly TrackerRow[]>();
  readonly sort = input.required<Sort<TrackerColumn>>();
  /** None where the reader may not change anything. */
  readonly selection = input<Selection>();
  readonly sortChange = output<Sort<TrackerColumn>>();
  protected readonly columns = TRACKER_COLUMNS;

  protected count(count: number): string {
    return countText(count, this.#locale());
  }
}
