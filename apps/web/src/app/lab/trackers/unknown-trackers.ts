import { ChangeDetectionStrategy, Component, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { placeText } from "../figures.ts";
import type { UnknownTracker } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";

/** Trackers that call without being registered: nothing of theirs is lost. */
@Component({
  selector: "zpr-unknown-trackers",
  imports: [Moment, PluralPipe, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    h2 {
      display: flex;
      align-items: center;
      gap: var(--zpr-space-2);
      font-size: var(--zpr-text-l);
    }

    li {
      grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
      align-items: center;
      color: var(--zpr-text);
    }

    .l-button {
      justify-self: end;
    }

    .id {
      font-size: var(--zpr-text-s);
      overflow-wrap: anywhere;
    }
  `,
  template: `
    <section class="l-notice" aria-labelledby="unknown">
      <h2 id="unknown">
        <zpr-sign name="warn" />
        {{ "lab.trackers.unknownCount" | plural: data.unknownTrackers().length }}
      </h2>
      <p>{{ "lab.trackers.unknownText" | transloco }}</p>
      <ul class="l-cards">
        @for (one of data.unknownTrackers(); track one.protocol + one.uniqueId) {
          <li class="l-card">
            <span class="l-two">
              <strong class="id">{{ one.uniqueId }}</strong>
              <span class="l-small">{{ one.protocol }}</span>
            </span>
            <zpr-moment [time]="one.lastHeardAt" />
            <span class="l-two">
              <span>{{ "lab.trackers.messages" | plural: one.messageCount }}</span>
              @if (one.lastPosition; as position) {
                <span class="l-small">{{ place(position) }}</span>
              }
            </span>
            @if (mayRegister()) {
              <button type="button" class="z-button l-button" (click)="register.emit(one)">
                {{ "lab.register.this" | transloco }}
                <span class="visually-hidden">{{ one.uniqueId }}</span>
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
})
export class UnknownTrackers {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);
  readonly mayRegister = input(false);
  readonly register = output<UnknownTracker>();

  protected place(position: readonly [number, number]): string {
    return placeText(position, this.#locale());
  }
}
