import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import type { Release } from "../lab-api.ts";
import { durationText } from "../release/duration-text.ts";
import { readTideAt } from "./releases-api.ts";

/** The predicted tide at the instant of a release, with its station. */
@Component({
  selector: "zpr-release-tide",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (tide.hasValue() && phase(); as phase) {
      <p>
        {{ "lab.release.phase." + phase.direction | transloco: { duration: phase.since } }}
        · {{ "lab.release.ages." + phase.age | transloco }}
      </p>
      <p class="l-small">
        {{ station()?.name }} {{ "lab.release.away" | transloco: { distance: distance() } }}
      </p>
      <p class="l-small">{{ station()?.credit }}</p>
    } @else if (tide.error()) {
      <p class="z-soft">{{ "lab.releases.noTide" | transloco }}</p>
    }
  `,
})
export class ReleaseTide {
  readonly #locale = inject(PageLocale).current;
  readonly release = input.required<Release>();
  protected readonly tide = resource({
    params: () => this.release(),
    loader: ({ params }) => readTideAt(params),
  });
  readonly #known = computed(() => (this.tide.hasValue() ? this.tide.value() : undefined));
  protected readonly station = computed(() => this.#known()?.station);
  protected readonly phase = computed(() => {
    const phase = this.#known()?.phaseAtStart;
    if (!phase) return undefined;
    const since = durationText(phase.hoursSinceHighWater * 3600, this.#locale());
    return { direction: phase.direction, age: phase.age, since };
  });
  protected readonly distance = computed(() =>
    distanceText(this.station()?.distanceMetres ?? 0, this.#locale()),
  );
}
