import { ChangeDetectionStrategy, Component, computed, inject, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { placeText } from "../figures.ts";
import type { Sighting } from "../lab-api.ts";

/** What a finder told of an item, with the photos. */
@Component({
  selector: "zpr-sighting-facts",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--zpr-space-2);
    }

    .photos {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zpr-space-2);
    }

    blockquote {
      margin: 0;
      padding-left: var(--zpr-space-3);
      border-left: 3px solid var(--zpr-line-strong);
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
  template: `
    @let one = sighting();
    <p>
      {{ "condition." + one.condition | transloco }} ·
      {{ "surroundings." + one.surroundings | transloco }} ·
      {{ "putBack." + one.putBack | transloco }}
    </p>
    @if (one.note) {
      <blockquote [attr.lang]="one.locale">{{ one.note }}</blockquote>
    }
    @if (thumbnails() && one.photos.length) {
      <div class="photos">
        @for (photo of one.photos; track photo.n) {
          <a
            class="l-thumb"
            target="_blank"
            [href]="'/api/v1/sightings/' + one.id + '/photos/' + photo.n"
          >
            <img
              loading="lazy"
              [src]="'/api/v1/sightings/' + one.id + '/photos/' + photo.n"
              [width]="photo.width"
              [height]="photo.height"
              [alt]="'lab.sightings.photo' | transloco: { n: photo.n, code: one.itemCode }"
            />
          </a>
        }
      </div>
    }
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
export class SightingFacts {
  readonly #locale = inject(PageLocale).current;
  readonly sighting = input.required<Sighting>();
  /** Not where the photos are shown large. */
  readonly thumbnails = input(true);

  protected readonly place = computed(() => {
    const { position } = this.sighting();
    return position && placeText(position, this.#locale());
  });
  protected readonly accuracy = computed(() => {
    const { accuracyMetres } = this.sighting();
    return accuracyMetres ? distanceText(accuracyMetres, this.#locale()) : null;
  });
}
