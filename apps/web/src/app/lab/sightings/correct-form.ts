import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { CONDITIONS, PUT_BACK, SURROUNDINGS } from "@zpr/model";
import { MapCanvas } from "../../kit/map-canvas.ts";
import type { Sighting } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { TimeZone } from "../time/time-zone.ts";
import { correctionsOf, inputTime } from "./corrections.ts";
import type { Change } from "./review-desk.ts";

/** The form that says better what a finder said. */
@Component({
  selector: "zpr-correct-form",
  imports: [MapCanvas, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./review-form.css",
  templateUrl: "./correct-form.html",
})
export class CorrectForm {
  readonly sighting = input.required<Sighting>();
  readonly cancelled = output();
  readonly corrected = output<readonly Change[]>();

  protected readonly inUtc = inject(TimeZone).inUtc;
  readonly #items = inject(StudyData).items;
  protected readonly conditions = CONDITIONS;
  protected readonly surroundings = SURROUNDINGS;
  protected readonly putBacks = PUT_BACK;
  protected readonly mapOpen = signal(false);
  protected readonly seen = computed(() => inputTime(this.sighting().seenAt, this.inUtc()));
  protected readonly place = linkedSignal(() => this.sighting().position);
  /** Where the map begins: at the place, or where the item was last. */
  protected readonly begin = linkedSignal({
    source: () => this.sighting().id,
    computation: (): [number, number] => {
      const { position, itemCode } = this.sighting();
      const item = this.#items().find(({ code }) => code === itemCode);
      const [longitude, latitude] = position ?? item?.lastPosition ?? [4.25, 51.2];
      return [longitude, latitude];
    },
  });

  /** A map that just opened says where it is, too: that chooses nothing yet. */
  protected picked(center: [number, number]): void {
    const [longitude, latitude] = center.map(round) as [number, number];
    const [east, north] = this.begin().map(round);
    if (longitude === east && latitude === north && this.place() === this.sighting().position)
      return;
    this.place.set([longitude, latitude]);
  }

  protected save(submit: Event): void {
    submit.preventDefault();
    const said = new FormData(submit.target as HTMLFormElement);
    const changes = correctionsOf(this.sighting(), said, this.inUtc());
    if (changes.length === 0) this.cancelled.emit();
    else this.corrected.emit(changes);
  }
}

/** To about a decimetre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
