import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Sighting } from "../lab-api.ts";
import { Moment } from "../time/moment.ts";
import { ReviewDesk } from "./review-desk.ts";

const MOST = 20;

/** Of which other report of its item a report tells the same find; those nearest in time first. */
@Component({
  selector: "zpr-merge-choice",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./review-form.css",
  template: `
    <form class="panel" (submit)="choose($event)">
      @if (leads().length) {
        <fieldset>
          <legend>
            <h3>{{ "lab.sightings.merge.title" | transloco }}</h3>
          </legend>
          <p class="l-small">{{ "lab.sightings.merge.text" | transloco }}</p>
          @for (one of leads(); track one.id; let first = $first) {
            <label class="l-check">
              <input type="radio" name="lead" [value]="one.id" [checked]="first" />
              <span>
                <zpr-moment [time]="one.seenAt" [relative]="false" /> ·
                {{ "condition." + one.condition | transloco }} ·
                {{ "surroundings." + one.surroundings | transloco }}
              </span>
            </label>
          }
        </fieldset>
      } @else {
        <h3>{{ "lab.sightings.merge.title" | transloco }}</h3>
        <p>{{ "lab.sightings.merge.none" | transloco }}</p>
      }
      <div class="z-row">
        @if (leads().length) {
          <button type="submit" class="z-button l-button z-button-strong">
            {{ "lab.sightings.act.merge" | transloco }}
          </button>
        }
        <button type="button" class="z-button l-button" (click)="cancelled.emit()">
          {{ "lab.sightings.act.cancel" | transloco }}
        </button>
      </div>
    </form>
  `,
})
export class MergeChoice {
  readonly #desk = inject(ReviewDesk);
  readonly sighting = input.required<Sighting>();
  readonly cancelled = output();
  readonly chosen = output<string>();

  protected readonly leads = computed(() => {
    const { id, itemCode, seenAt } = this.sighting();
    const distance = (one: Sighting) => Math.abs(Date.parse(one.seenAt) - Date.parse(seenAt));
    return this.#desk
      .sightings()
      .filter((one) => one.itemCode === itemCode && one.id !== id)
      .filter(({ mergedInto, review }) => mergedInto === null && review !== "rejected")
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, MOST);
  });

  protected choose(submit: Event): void {
    submit.preventDefault();
    const lead = new FormData(submit.target as HTMLFormElement).get("lead");
    if (typeof lead === "string") this.chosen.emit(lead);
  }
}
