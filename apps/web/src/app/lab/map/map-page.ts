import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { type ClickedFeature, MapCanvas } from "../../kit/map-canvas.ts";
import type { MapKind } from "../../kit/map-layers.ts";
import { StudyData } from "../study-data.ts";
import { MapDetails } from "./map-details.ts";
import { mapFeatures } from "./map-features.ts";
import { MapTracks } from "./map-tracks.ts";

const LAYERS: readonly MapKind[] = ["tracker", "item", "track", "sighting", "release", "fix"];
const CLOCK_MILLISECONDS = 30_000;

/** `/lab/map`: where everything of a study is, live. */
@Component({
  selector: "zpr-map-page",
  imports: [MapCanvas, MapDetails, TranslocoPipe],
  providers: [MapTracks],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-page.html",
  styleUrl: "./map-page.css",
})
export class MapPage {
  readonly #data = inject(StudyData);
  readonly #tracks = inject(MapTracks);

  protected readonly layers = LAYERS;
  protected readonly hidden = signal<ReadonlySet<MapKind>>(new Set(["fix"]));
  protected readonly chosen = signal<ClickedFeature | undefined>(undefined);
  protected readonly legendOpen = signal(matchMedia("(min-width: 60rem)").matches);
  readonly #now = signal(Date.now());

  protected readonly features = computed(() =>
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
  protected readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { properties } of this.features().features) {
      const kind = String(properties?.["kind"]);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  });
  protected readonly fixTiles = computed(() => {
    const study = this.#data.study();
    return study ? `/tiles/fixes.json?studyId=${study.id}` : undefined;
  });
  protected readonly study = this.#data.study;

  constructor() {
    const clock = setInterval(() => this.#now.set(Date.now()), CLOCK_MILLISECONDS);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected toggle(kind: MapKind): void {
    this.hidden.update((hidden) => {
      const next = new Set(hidden);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });
  }

  protected choose(clicked: ClickedFeature): void {
    this.chosen.set(clicked);
  }
}
