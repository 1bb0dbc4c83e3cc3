import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { placeText } from "../figures.ts";
import { instantText } from "../time/instant-text.ts";
import { Moment } from "../time/moment.ts";
import { TimeZone } from "../time/time-zone.ts";
import type { Decision } from "./sightings-api.ts";

/** Values that are words of ours, by where their messages are. */
const WORDS: Readonly<Record<string, string>> = {
  condition: "condition.",
  surroundings: "surroundings.",
  putBack: "putBack.",
  positionSource: "lab.source.",
  review: "lab.sightings.state.",
};
const LISTS: Readonly<Record<string, string>> = {
  notes: "lab.sightings.note.",
  suspicious: "lab.sightings.suspicion.",
};

/** Who decided what of a report, the newest first, each with its undo. */
@Component({
  selector: "zpr-decision-history",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      gap: var(--zpr-space-2);
    }

    h3 {
      font-size: 1rem;
    }

    ol {
      margin: 0;
      padding: 0;
      border: 1px solid var(--zpr-line);
      border-radius: var(--zpr-radius-m);
      background: var(--zpr-surface);
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--zpr-space-2);
      padding: var(--zpr-space-2) var(--zpr-space-3);
    }

    li + li {
      border-top: 1px solid var(--zpr-line);
    }

    .what {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
  template: `
    <h3>{{ "lab.sightings.history.title" | transloco }}</h3>
    @if (chapters().length) {
      <ol>
        @for (one of chapters(); track one.id) {
          <li>
            <div class="what">
              <p>
                <strong>{{ "lab.sightings.history." + one.kind | transloco }}</strong>
                @if (one.undone) {
                  <span class="l-small">({{ "lab.sightings.history.undone" | transloco }})</span>
                }
              </p>
              @for (change of one.changes; track change.name) {
                <p class="l-small">{{ "lab.sightings.history.change" | transloco: change }}</p>
              }
              @if (one.reason) {
                <p>“{{ one.reason }}”</p>
              }
              <p class="l-small">{{ one.by }} · <zpr-moment [time]="one.at" [relative]="false" /></p>
            </div>
            @if (mayEdit() && !one.undone) {
              <button type="button" class="z-button l-button" (click)="undone.emit(one.id)">
                {{ "lab.sightings.act.undo" | transloco }}
              </button>
            }
          </li>
        }
      </ol>
    } @else {
      <p class="l-small">{{ "lab.sightings.history.none" | transloco }}</p>
    }
  `,
})
export class DecisionHistory {
  readonly #transloco = inject(TranslocoService);
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly decisions = input.required<readonly Decision[]>();
  readonly mayEdit = input.required<boolean>();
  readonly undone = output<string>();

  protected readonly chapters = computed(() =>
    this.decisions()
      .map((decision) => ({ ...decision, changes: this.#changesOf(decision) }))
      .toReversed(),
  );

  #changesOf({ from, to }: Decision) {
    const before: Readonly<Record<string, unknown>> = from;
    return Object.entries(to as Readonly<Record<string, unknown>>)
      .filter(([name]) => name !== "photo")
      .map(([name, value]) => ({
        name: this.#say(`lab.sightings.field.${name}`),
        from: this.#text(name, before[name]),
        to: this.#text(name, value),
      }));
  }

  #text(name: string, value: unknown): string {
    if (value === null || (Array.isArray(value) && value.length === 0))
      return this.#say("lab.sightings.value.nothing");
    if (typeof value === "boolean") return this.#say(`lab.sightings.value.${value ? "yes" : "no"}`);
    if (name === "position") return placeText(value as Position, this.#locale());
    if (name === "seenAt") return instantText(String(value), this.#locale(), this.#inUtc());
    if (name === "accuracyMetres") return this.#say("lab.sightings.value.metres", { n: value });
    const list = LISTS[name];
    if (list && Array.isArray(value)) return value.map((one) => this.#say(list + one)).join("; ");
    const words = WORDS[name];
    return words ? this.#say(words + String(value)) : String(value);
  }

  #say(key: string, values: Record<string, unknown> = {}): string {
    return this.#transloco.translate(key, values);
  }
}
