import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { dayText } from "../../kit/measures.ts";
import { type OpenPhoto, readPhotos } from "./more-api.ts";

/** Photos of an item that researchers approved for everybody; nothing where there are none. */
@Component({
  selector: "zpr-open-photos",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: contents;
    }

    h2 {
      margin-bottom: var(--zpr-space-3);
      font-size: var(--zpr-text-l);
    }

    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
      gap: var(--zpr-space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    img {
      display: block;
      width: 100%;
      height: 9rem;
      object-fit: cover;
      border-radius: 12px;
    }
  `,
  template: `
    @if (photos().length > 0) {
      <section>
        <h2>{{ "later.more.photos" | transloco }}</h2>
        <ul>
          @for (photo of photos(); track photo.url) {
            <li>
              <a [href]="photo.url" target="_blank" rel="noopener">
                <img
                  [src]="photo.url"
                  [width]="photo.width"
                  [height]="photo.height"
                  [alt]="'later.more.photo' | transloco: { date: day(photo.seenAt) }"
                  loading="lazy"
                />
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class OpenPhotos {
  readonly #locale = inject(PageLocale);
  readonly code = input.required<ItemCode>();
  protected readonly photos = signal<readonly OpenPhoto[]>([]);

  constructor() {
    effect(() => {
      const code = this.code();
      this.photos.set([]);
      readPhotos(code).then(
        (photos) => code === this.code() && this.photos.set(photos),
        () => undefined,
      );
    });
  }

  protected day(time: string): string {
    return dayText(time, this.#locale.current());
  }
}
