import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { type ItemCode, parseItemCode } from "@zpr/model";
import type { FeatureCollection } from "geojson";
import { fetchJourney, type Journey } from "../../kit/api.ts";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import { distanceText } from "../../kit/measures.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { countText } from "../figures.ts";
import { readSightings, type Sighting } from "../lab-api.ts";
import { settled } from "../settled.ts";
import { SightingFacts } from "../sightings/sighting-facts.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { itemStory } from "./item-story.ts";
import { StatusMark } from "./status-mark.ts";

const NEWS_MS = 3_000;

/** `/lab/items/CODE`: all that is known of one item, on a map, in numbers and as a story. */
@Component({
  selector: "zpr-item-page",
  imports: [
    MapCanvas,
    Moment,
    PluralPipe,
    RouterLink,
    SightingFacts,
    Sign,
    StatusMark,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./item-page.css",
  templateUrl: "./item-page.html",
})
export class ItemPage {
  readonly #locale = inject(PageLocale).current;
  readonly #data = inject(StudyData);
  /** From the address. */
  readonly code = input.required<string>();

  protected readonly loaded = this.#data.loaded;
  protected readonly known = computed(() => parseItemCode(this.code()));
  protected readonly item = computed(() =>
    this.#data.items().find((item) => item.code === this.known()),
  );
  protected readonly type = computed(() =>
    this.#data.itemTypes().find(({ id }) => id === this.item()?.itemTypeId),
  );
  protected readonly tracker = computed(() =>
    this.#data.trackers().find(({ id }) => id === this.item()?.trackerId),
  );
  protected readonly journey = signal<Journey | undefined>(undefined);
  protected readonly failed = signal(false);
  readonly #sightings = signal<readonly Sighting[]>([]);
  protected readonly story = computed(() =>
    itemStory(this.journey()?.features ?? [], this.#sightings()).toReversed(),
  );
  /** Sightings without a place are in the story only. */
  protected readonly features = computed(() => {
    const placed = (this.journey()?.features ?? []).filter(({ geometry }) => geometry !== null);
    return {
      type: "FeatureCollection",
      features: [...placed, ...this.#latest()],
    } as unknown as FeatureCollection;
  });
  /** Where its tracker says it is now; the other evidence has a mark of its own. */
  readonly #latest = computed(() => {
    const { lastEvidence, lastPosition: coordinates } = this.item() ?? {};
    if (lastEvidence !== "fix" || !coordinates) return [];
    const geometry = { type: "Point", coordinates };
    return [{ type: "Feature", geometry, properties: { kind: "tracker" } }];
  });
  protected readonly numbers = computed(() => {
    const measures = this.journey()?.properties;
    if (!measures) return undefined;
    const locale = this.#locale();
    return [
      { name: "travelled", value: distanceText(measures.travelledMetres, locale) },
      { name: "net", value: distanceText(measures.netMetres, locale) },
      { name: "fixes", value: countText(measures.fixCount, locale) },
      { name: "sightings", value: countText(measures.sightingCount, locale) },
    ];
  });
  readonly #readSoon = settled(NEWS_MS, () => this.read());

  constructor() {
    usePageTitle("lab.item.title", () => ({ code: this.code() }));
    effect(() => {
      this.item()?.id;
      this.known();
      untracked(() => void this.read());
    });
    effect(() => {
      const code = this.known();
      const mine = this.#data
        .lastEvents()
        .some(
          (event) => (event.kind === "fix" || event.kind === "sighting") && event.itemCode === code,
        );
      if (mine) this.#readSoon();
    });
  }

  protected async read(): Promise<void> {
    const code = this.known();
    const studyId = this.item()?.studyId;
    if (!code || studyId === undefined) return;
    try {
      const [answer, sightings] = await Promise.all([
        fetchJourney(code),
        readSightings({ studyId, itemCode: code }),
      ]);
      if (code === this.known()) this.#show(code, answer, sightings);
    } catch {
      this.failed.set(true);
    }
  }

  #show(
    code: ItemCode,
    answer: Awaited<ReturnType<typeof fetchJourney>>,
    sightings: readonly Sighting[],
  ): void {
    if (code !== this.known()) return;
    this.failed.set(answer.kind !== "ok");
    if (answer.kind !== "ok") return;
    this.journey.set(answer.body);
    this.#sightings.set(sightings);
  }
}
