import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { Sign } from "../../kit/sign.ts";
import { countText, placeText, voltsText } from "../figures.ts";
import { StatusMark } from "../items/status-mark.ts";
import { SightingFacts } from "../sightings/sighting-facts.ts";
import { StudyData } from "../study-data.ts";
import { Clock } from "../time/clock.ts";
import { Moment } from "../time/moment.ts";
import { HealthMark } from "../trackers/health-mark.ts";
import { trackerHealth } from "../trackers/tracker-health.ts";
import type { MapChoice } from "./map-choice.ts";
import { MapStrandings } from "./map-strandings.ts";
import { StrandingFacts } from "./stranding-facts.ts";

/** What is known of the thing somebody chose; it follows what comes in. */
@Component({
  selector: "zpr-map-details",
  imports: [
    HealthMark,
    Moment,
    RouterLink,
    SightingFacts,
    Sign,
    StatusMark,
    StrandingFacts,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-details.html",
  styleUrl: "./map-details.css",
})
export class MapDetails {
  readonly #data = inject(StudyData);
  readonly #strandings = inject(MapStrandings);
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly choice = input.required<MapChoice>();
  readonly closed = output<void>();

  protected readonly tracker = computed(() => {
    const tracker = this.#data.trackers().find(({ id }) => this.#is("tracker", id));
    if (!tracker) return undefined;
    const locale = this.#locale();
    const { batteryVolts, position } = tracker.lastFix ?? {};
    return {
      ...tracker,
      health: trackerHealth(tracker, this.#now()),
      place: position && placeText(position, locale),
      battery: typeof batteryVolts === "number" ? voltsText(batteryVolts, locale) : undefined,
      fixes: countText(tracker.fixCount, locale),
    };
  });
  protected readonly item = computed(() => {
    const item = this.#data.items().find(({ code }) => this.#is("item", code));
    if (!item) return undefined;
    const locale = this.#locale();
    return {
      ...item,
      type: this.#data.itemTypes().find(({ id }) => id === item.itemTypeId)?.name,
      release: this.#data.releases().find(({ id }) => id === item.releaseId)?.place,
      travelled: distanceText(item.travelledMetres, locale),
      net: distanceText(item.netMetres, locale),
      sightings: countText(item.sightingCount, locale),
    };
  });
  protected readonly sighting = computed(() =>
    this.#data.sightings().find(({ id }) => this.#is("sighting", id)),
  );
  protected readonly release = computed(() =>
    this.#data.releases().find(({ id }) => this.#is("release", id)),
  );
  protected readonly stranding = computed(() =>
    this.#strandings.all().find(({ id }) => this.#is("stranding", id)),
  );
  protected readonly releaseItems = computed(() =>
    countText(this.release()?.itemCodes.length ?? 0, this.#locale()),
  );
  /** The item that this is about, for the way to its journey. */
  protected readonly code = computed(
    () =>
      this.tracker()?.itemCode ??
      this.item()?.code ??
      this.sighting()?.itemCode ??
      this.stranding()?.itemCode,
  );
  protected readonly title = computed(
    () => this.tracker()?.name ?? this.release()?.place ?? this.code(),
  );

  #is(kind: MapChoice["kind"], id: number | string): boolean {
    const choice = this.choice();
    return choice.kind === kind && choice.id === String(id);
  }
}
