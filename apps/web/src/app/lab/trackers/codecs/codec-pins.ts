import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PluralPipe } from "../../../kit/plural.ts";
import type { Tracker } from "../../lab-api.ts";
import { StudyData } from "../../study-data.ts";
import { type Codec, pinCodec } from "./codecs-api.ts";

/** Which trackers are read by a codec; gives it to others and takes it away. */
@Component({
  selector: "zpr-codec-pins",
  imports: [PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./codecs.css",
  template: `
    <section>
      <h2>{{ "lab.codecs.usedBy" | plural: users().length }}</h2>
      <p class="l-small">{{ "lab.codecs.pinText" | transloco }}</p>
      <ul class="l-cards">
        @for (tracker of users(); track tracker.id) {
          <li class="line">
            <span class="name">{{ tracker.name }}</span>
            @if (mayEdit()) {
              <button type="button" class="z-button l-button" [disabled]="busy()" (click)="pin(tracker, null)">
                {{ "lab.codecs.unpin" | transloco }}
                <span class="visually-hidden">{{ tracker.name }}</span>
              </button>
            }
          </li>
        }
      </ul>
      @if (mayEdit() && others().length) {
        <form class="fields" (submit)="pinChosen($event)">
          <label class="z-label">
            {{ "lab.codecs.pinTo" | transloco }}
            <select name="tracker" class="z-field">
              @for (tracker of others(); track tracker.id) {
                <option [value]="tracker.id">{{ tracker.name }} ({{ tracker.protocol }})</option>
              }
            </select>
          </label>
          <button type="submit" class="z-button l-button" [disabled]="busy()">
            {{ "lab.codecs.pin" | transloco }}
          </button>
        </form>
      }
      @if (failed()) {
        <p class="l-error" role="alert">{{ "lab.codecs.said.overtaken" | transloco }}</p>
      }
    </section>
  `,
})
export class CodecPins {
  readonly #data = inject(StudyData);
  readonly codec = input.required<Codec>();
  protected readonly mayEdit = this.#data.mayEdit;
  protected readonly users = computed(() =>
    this.#data.trackers().filter(({ codecId }) => codecId === this.codec().id),
  );
  protected readonly others = computed(() =>
    this.#data.trackers().filter(({ codecId }) => codecId !== this.codec().id),
  );
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected pinChosen(submit: Event): Promise<void> {
    submit.preventDefault();
    const id = Number(new FormData(submit.target as HTMLFormElement).get("tracker"));
    const tracker = this.others().find((one) => one.id === id);
    return tracker ? this.pin(tracker, this.codec().id) : Promise.resolve();
  }

  protected async pin(tracker: Tracker, codecId: number | null): Promise<void> {
    this.busy.set(true);
    this.failed.set(false);
    await pinCodec(tracker, codecId).catch(() => this.failed.set(true));
    await this.#data.reload();
    this.busy.set(false);
  }
}
