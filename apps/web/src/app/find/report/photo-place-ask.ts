import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { Sign } from "../../kit/sign.ts";
import type { PhotoPlaceOffer } from "./photo-place.ts";

/** Asks whether the place written into a photo is where the item lies. */
@Component({
  selector: "zpr-photo-place-ask",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="z-notice">
      <zpr-sign name="pin" />
      <p>
        {{ "photoPlace." + offer().kind | transloco: { distance: distance() } }}
      </p>
    </div>
    <div class="z-row">
      <button class="z-button" type="button" (click)="answered.emit(true)">
        {{ "photoPlace.take" | transloco }}
      </button>
      <button class="z-button" type="button" (click)="answered.emit(false)">
        {{ "photoPlace.leave" | transloco }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--zpr-space-3);
      margin-top: var(--zpr-space-3);
    }
  `,
})
export class PhotoPlaceAsk {
  readonly #locale = inject(PageLocale);
  readonly offer = input.required<PhotoPlaceOffer>();
  readonly answered = output<boolean>();

  protected readonly distance = computed(() => {
    const offer = this.offer();
    return offer.kind === "apart" ? distanceText(offer.metres, this.#locale.current()) : "";
  });
}
