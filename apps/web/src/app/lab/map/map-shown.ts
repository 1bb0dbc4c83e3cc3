import { computed, effect, Injectable, inject, signal } from "@angular/core";
import { PageLocale } from "../../kit/locale.ts";
import type { MapKind } from "../../kit/map-layers.ts";
import { areTracksCut } from "../../kit/track-levels.ts";
import { countText } from "../figures.ts";
import { StudyData } from "../study-data.ts";
import { Clock } from "../time/clock.ts";
import { type Bounds, inView } from "./in-view.ts";
import { MapAsked } from "./map-asked.ts";
import { boxFeature, mapFeatures, withChosen } from "./map-features.ts";
import { MapStrandings } from "./map-strandings.ts";
import { MapTracks } from "./map-tracks.ts";
import { MapTrails } from "./map-trails.ts";
import { middleOf } from "./place-of.ts";
import { Playback } from "./playback.ts";
import { instantsOf, type Span } from "./span.ts";
import { lastingIn } from "./stranding.ts";

const HOUR = 3_600_000;
const NOW_ONLY: readonly MapKind[] = ["tracker", "item"];
const WORLD: Bounds = [-180, -90, 180, 90];
const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** What of the study is on the map, and in the list beside it, at the moment that is played. */
@Injectable()
export class MapShown {
  readonly #data = inject(StudyData);
  readonly #asked = inject(MapAsked);
  readonly #tracks = inject(MapTracks);
  readonly #trails = inject(MapTrails);
  readonly #strandings = inject(MapStrandings);
  readonly #playback = inject(Playback);
  readonly #now = inject(Clock).now;
  readonly #locale = inject(PageLocale).current;

  /** What the map has in view. */
  readonly bounds = signal<Bounds>(WORLD);
  /** Others than these come and go by the hour, not by the frame. */
  readonly #playedHour = computed(() => {
    const at = this.#playback.at();
    return at === undefined ? undefined : Math.floor(at / HOUR) * HOUR;
  });
  readonly #isPlayed = computed(() => this.#playback.at() !== undefined);
  /** Trails take the place of the plain tracks; where things are now is nothing of the moment that is played. */
  readonly hidden = computed<ReadonlySet<MapKind>>(() => {
    const hidden = new Set(this.#asked.hidden());
    if (this.#trails.active()) hidden.add("track");
    if (this.#isPlayed()) for (const kind of NOW_ONLY) hidden.add(kind);
    return hidden;
  });
  readonly #sightings = computed(
    () => {
      const { from, to } = this.#asked.span() ?? ALWAYS;
      const last = Math.min(to, this.#playedHour() ?? to);
      return this.#data.sightings().filter(({ seenAt }) => {
        const time = Date.parse(seenAt);
        return time >= from && time <= last;
      });
    },
    { equal: isSameList },
  );
  readonly #lying = computed(
    () =>
      lastingIn(
        this.#asked.hidden().has("stranding") ? [] : this.#strandings.all(),
        this.#asked.span() ?? ALWAYS,
        this.#playedHour(),
      ),
    { equal: isSameList },
  );
  readonly #things = computed(() => ({
    strandings: this.#lying(),
    trackers: this.#data.trackers(),
    items: this.#data.items(),
    sightings: this.#sightings(),
    releases: this.#data.releases(),
  }));
  readonly all = computed(() =>
    mapFeatures({ ...this.#things(), tracks: this.#tracks.tracks() }, this.#now()),
  );
  /** As they are drawn: with what is chosen, and the area. */
  readonly features = computed(() => {
    const { type, features } = withChosen(this.all(), this.#asked.choice());
    const area = this.#asked.area();
    return area ? { type, features: [...features, boxFeature(area)] } : { type, features };
  });
  readonly #inView = computed(() =>
    inView(this.#things(), this.#asked.area() ?? this.bounds(), this.#asked.hidden()),
  );
  readonly groups = computed(() => this.#inView().filter(({ kind }) => !this.hidden().has(kind)));
  readonly count = computed(() =>
    this.groups().reduce((sum, { things }) => sum + things.length, 0),
  );
  /** Of each kind, as readers see numbers. */
  readonly counts = computed(() => {
    const counts: Partial<Record<string, number>> = {};
    for (const { properties } of this.all().features) {
      const kind = String(properties?.["kind"]);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return Object.fromEntries(
      Object.entries(counts).map(([kind, count = 0]) => [kind, countText(count, this.#locale())]),
    );
  });
  /** Whether tracks are drawn that are too long to be whole from afar. */
  readonly tracksCut = computed(
    () =>
      !this.hidden().has("track") &&
      areTracksCut(
        this.all().features.filter(({ properties }) => properties?.["kind"] === "track"),
      ),
  );
  /** TileJSON of the study's fixes. */
  readonly fixTiles = computed(() => {
    const study = this.#data.study();
    if (!study) return undefined;
    const span = this.#asked.span();
    const query = new URLSearchParams({
      studyId: String(study.id),
      ...(span && instantsOf(span)),
    });
    return `/tiles/fixes.json?${query}`;
  });
  /** Whose tide is that of the map: nowhere before the map is drawn. */
  readonly middle = computed(() => middleOf(this.#inView()) ?? middleOfBounds(this.bounds()));

  constructor() {
    effect(() => this.#strandings.wanted.set(!this.#asked.hidden().has("stranding")));
  }
}

function isSameList<One>(some: readonly One[], others: readonly One[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function middleOfBounds(bounds: Bounds): readonly [number, number] | undefined {
  if (bounds === WORLD) return undefined;
  const [west, south, east, north] = bounds;
  return [(west + east) / 2, (south + north) / 2];
}
