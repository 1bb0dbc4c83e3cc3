import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { Moment } from "../time/moment.ts";
import { AlarmMarks } from "./alarm-marks.ts";
import { BatteryLine } from "./battery-line.ts";
import { DayBars } from "./day-bars.ts";
import { HealthMark } from "./health-mark.ts";
import type { Selection } from "./selection.ts";
import type { TrackerRow } from "./tracker-rows.ts";

/** Trackers as cards, for phones. */
@Component({
  selector: "zpr-tracker-cards",
  imports: [AlarmMarks, BatteryLine, DayBars, HealthMark, Moment, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-list.css",
  template: `
    <ul class="l-cards l-cards-beside">
      @for (row of rows(); track row.tracker.id) {
        <li class="l-card" [class.chosen]="selection()?.has(row.tracker.id)">
          <div class="head">
            @if (selection(); as selection) {
              <label class="tick">
                <input type="checkbox" [checked]="selection.has(row.tracker.id)" (change)="selection.toggle(row.tracker.id)" />
                <span class="visually-hidden">{{ "lab.trackers.select" | transloco: { name: row.tracker.name } }}</span>
              </label>
            }
            <a class="name" [routerLink]="['/lab/trackers', row.tracker.id]" queryParamsHandling="merge">{{ row.tracker.name }}</a>
            <zpr-health-mark [health]="row.health" />
          </div>
          <zpr-alarm-marks [alarms]="row.tracker.health.alarms" />
          <p class="l-small">
            {{ row.tracker.protocol }} {{ row.tracker.uniqueId }} {{ row.tracker.model }} {{ row.days?.firmware }}
          </p>
          <dl>
            <dt>{{ "lab.trackers.column.heard" | transloco }}</dt>
            <dd>
              @if (row.tracker.lastHeardAt; as time) {
                <zpr-moment [time]="time" />
              } @else {
                {{ "lab.trackers.noHeard" | transloco }}
              }
            </dd>
          </dl>
          <div class="both">
            @if (row.days; as days) {
              <zpr-day-bars [days]="days" />
            }
            <zpr-battery-line [tracker]="row.tracker" [days]="row.days" />
          </div>
          @if (row.tracker.itemCode; as code) {
            <a class="l-code" [routerLink]="['/lab/items', code]" queryParamsHandling="merge">{{ code }}</a>
          }
        </li>
      }
    </ul>
  `,
})
export class TrackerCards {
  readonly rows = input.required<readonly TrackerRow[]>();
  /** None where the reader may not change anything. */
  readonly selection = input<Selection>();
}
