import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { placeText } from "../figures.ts";
import { Moment } from "../time/moment.ts";
import type { SightingDetail } from "./sightings-api.ts";

/** What the finder said before anybody corrected it. */
@Component({
  selector: "zpr-original-facts",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      gap: var(--zpr-space-1);
      padding: var(--zpr-space-3);
      border-left: 3px solid var(--zpr-line-strong);
      background: var(--zpr-sunken);
    }

    h3 {
      font-size: 1rem;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zpr-space-3);
    }
  `,
  template: `
    @let one = original();
    <h3>{{ "lab.sightings.original.title" | transloco }}</h3>
    <p class="head">
      <span class="l-code">{{ one.itemCode }}</span>
      <zpr-moment [time]="one.seenAt" [relative]="false" />
    </p>
    <p>
      {{ "condition." + one.condition | transloco }} ·
      {{ "surroundings." + one.surroundings | transloco }} ·
      {{ "putBack." + one.putBack | transloco }}
    </p>
    <p class="l-small">
      @if (place(); as place) {
        {{ place }}
        @if (accuracy(); as accuracy) {
          (± {{ accuracy }})
        }
        · {{ "lab.source." + one.positionSource | transloco }}
      } @else {
        {{ "lab.source.none" | transloco }}
      }
    </p>
  `,
})
export class OriginalFacts {
  readonly #locale = inject(PageLocale).current;
  readonly original = input.required<NonNullable<SightingDetail["original"]>>();
  protected readonly place = computed(() => {
    const { position } = this.original();
    return position && placeText(position, this.#locale());
  });
  protected readonly accuracy = computed(() => {
    const { accuracyMetres } = this.original();
    return accuracyMetres ? distanceText(accuracyMetres, this.#locale()) : null;
  });
}
