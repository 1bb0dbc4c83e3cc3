import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from "@angular/core";
import { Router } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import type { ClickedFeature } from "../../kit/map-drawing.ts";
import type { MapKind } from "../../kit/map-layers.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import { StudyData } from "../study-data.ts";
import { Clock } from "../time/clock.ts";
import { type Bounds, inView } from "./in-view.ts";
import { choiceOf, choiceText, type MapChoice, parseChoice } from "./map-choice.ts";
import { MapDetails } from "./map-details.ts";
import { mapFeatures, withChosen } from "./map-features.ts";
import { MapLegend } from "./map-legend.ts";
import { MapList } from "./map-list.ts";
import { MapTracks } from "./map-tracks.ts";
import { placeOf } from "./place-of.ts";

const WORLD: Bounds = [-180, -90, 180, 90];

/** `/lab/map`: where everything of a study is, live; `?show=tracker:7` chooses something. */
@Component({
  selector: "zpr-map-page",
  imports: [MapCanvas, MapDetails, MapLegend, MapList, PluralPipe, TranslocoPipe],
  providers: [MapTracks],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-page.html",
  styleUrl: "./map-page.css",
})
export class MapPage {
  readonly #data = inject(StudyData);
  readonly #tracks = inject(MapTracks);
  readonly #router = inject(Router);
  readonly #now = inject(Clock).now;
  readonly #locale = inject(PageLocale).current;
  #lookedAt: string | undefined;
  /** From the address. */
  readonly show = input<string>();

  protected readonly hidden = signal<ReadonlySet<MapKind>>(new Set(["fix"]));
  protected readonly bounds = signal<Bounds>(WORLD);
  protected readonly listOpen = signal(inject(Screen).wide());
  protected readonly choice = computed(() => parseChoice(this.show()));
  readonly #all = computed(() =>
    mapFeatures(
      {
        items: this.#data.items(),
        trackers: this.#data.trackers(),
        releases: this.#data.releases(),
        sightings: this.#data.sightings(),
        tracks: this.#tracks.tracks(),
      },
      this.#now(),
    ),
  );
  protected readonly features = computed(() => withChosen(this.#all(), this.choice()));
  protected readonly focus = signal<readonly [number, number] | null>(null);
  protected readonly groups = computed(() =>
    inView(
      {
        trackers: this.#data.trackers(),
        items: this.#data.items(),
        sightings: this.#data.sightings(),
        releases: this.#data.releases(),
      },
      this.bounds(),
      this.hidden(),
    ),
  );
  protected readonly inViewCount = computed(() =>
    this.groups().reduce((sum, { things }) => sum + things.length, 0),
  );
  protected readonly counts = computed(() => {
    const counts: Partial<Record<string, number>> = {};
    for (const { properties } of this.#all().features) {
      const kind = String(properties?.["kind"]);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return Object.fromEntries(
      Object.entries(counts).map(([kind, count = 0]) => [kind, countText(count, this.#locale())]),
    );
  });
  protected readonly fixTiles = computed(() => {
    const study = this.#data.study();
    return study ? `/tiles/fixes.json?studyId=${study.id}` : undefined;
  });

  constructor() {
    usePageTitle("lab.map.title");
    effect(() => this.#lookOnce(this.#all(), this.choice()));
  }

  /** The map goes to what was chosen, but does not run after it when it moves on. */
  #lookOnce(all: FeatureCollection, choice: MapChoice | undefined): void {
    const wanted = choice && choiceText(choice);
    if (wanted === this.#lookedAt) return;
    const place = placeOf(all, choice);
    if (choice && !place) return;
    this.#lookedAt = wanted;
    this.focus.set(place);
  }

  protected toggle(kind: MapKind): void {
    this.hidden.update((hidden) => {
      const next = new Set(hidden);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });
  }

  protected clicked(feature: ClickedFeature | undefined): void {
    this.choose(feature && choiceOf(feature));
  }

  protected choose(choice: MapChoice | undefined): void {
    const show = choice ? choiceText(choice) : null;
    void this.#router.navigate([], { queryParams: { show }, queryParamsHandling: "merge" });
  }
}
