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
import { Router } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
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
import { drawArea } from "./draw-area.ts";
import { type Bounds, inView } from "./in-view.ts";
import {
  boxText,
  type Colouring,
  layersText,
  type MapView,
  parseBox,
  parseColouring,
  parseHidden,
  parsePair,
  parseTime,
  parseView,
  viewText,
} from "./map-address.ts";
import { choiceOf, choiceText, type MapChoice, parseChoice } from "./map-choice.ts";
import { MapColours } from "./map-colours.ts";
import { MapDetails } from "./map-details.ts";
import { boxFeature, mapFeatures, withChosen } from "./map-features.ts";
import { MapLegend } from "./map-legend.ts";
import { MapStrandings } from "./map-strandings.ts";
import { MapTable } from "./map-table.ts";
import { MapTide } from "./map-tide.ts";
import { MapTracks } from "./map-tracks.ts";
import { instantsOf, isOfTide, MapTrails } from "./map-trails.ts";
import { onWayBack } from "./on-way-back.ts";
import { middleOf, placeOf } from "./place-of.ts";
import { Playback } from "./playback.ts";
import type { Span } from "./span.ts";
import { lastingIn } from "./stranding.ts";
import { StudyActivity } from "./study-activity.ts";
import { TimeBar } from "./time-bar.ts";

const HOUR = 3_600_000;
const NOW_ONLY: readonly MapKind[] = ["tracker", "item"];
const WORLD: Bounds = [-180, -90, 180, 90];

/** `/lab/map`: where everything of a study is, live and in time. All that is chosen is in the address. */
@Component({
  selector: "zpr-map-page",
  imports: [
    MapCanvas,
    MapColours,
    MapDetails,
    MapLegend,
    MapTable,
    PluralPipe,
    TimeBar,
    TranslocoPipe,
  ],
  providers: [MapStrandings, MapTide, MapTracks, MapTrails, Playback, StudyActivity],
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
  readonly #playback = inject(Playback);
  readonly #strandings = inject(MapStrandings);
  readonly #tide = inject(MapTide);
  protected readonly trails = inject(MapTrails);
  protected readonly activity = inject(StudyActivity);
  #lookedAt: string | undefined;
  #map: MapLibreMap | undefined;
  /** From the address. */
  readonly show = input<string>();
  readonly layers = input<string>();
  readonly colour = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly view = input<string>();
  readonly pair = input<string>();
  readonly box = input<string>();

  protected readonly chosenHidden = computed(() => parseHidden(this.layers()));
  /** Trails take the place of the plain tracks; where things are now is nothing of the moment that is played. */
  protected readonly hidden = computed<ReadonlySet<MapKind>>(() => {
    const hidden = new Set(this.chosenHidden());
    if (this.trails.active()) hidden.add("track");
    if (this.#playedHour() !== undefined) for (const kind of NOW_ONLY) hidden.add(kind);
    return hidden;
  });
  protected readonly colouring = computed(() => parseColouring(this.colour()));
  protected readonly compared = computed(() => parsePair(this.pair()));
  protected readonly start = computed(() => untracked(() => parseView(this.view())));
  protected readonly span = computed<Span | undefined>(() => {
    const extent = this.activity.extent();
    const [from, to] = [parseTime(this.from()), parseTime(this.to())];
    if (!extent || (from === undefined && to === undefined)) return undefined;
    const span = { from: from ?? extent.from, to: to ?? extent.to };
    return span.from < span.to ? span : undefined;
  });
  protected readonly area = computed(() => parseBox(this.box()));
  protected readonly bounds = signal<Bounds>(WORLD);
  protected readonly drawing = signal<AbortController | undefined>(undefined);
  readonly #wide = inject(Screen).wide;
  protected readonly listOpen = signal(this.#wide());
  protected readonly choice = computed(() => parseChoice(this.show()));
  readonly #playedHour = computed(() => {
    const at = this.#playback.at();
    return at === undefined ? undefined : Math.floor(at / HOUR) * HOUR;
  });
  readonly #sightings = computed(() => {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = this.span() ?? {};
    const last = Math.min(to, this.#playedHour() ?? to);
    return this.#data.sightings().filter(({ seenAt }) => {
      const time = Date.parse(seenAt);
      return time >= from && time <= last;
    });
  });
  readonly #lying = computed(() =>
    lastingIn(
      this.chosenHidden().has("stranding") ? [] : this.#strandings.all(),
      this.span() ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
      this.#playedHour(),
    ),
  );
  readonly #things = computed(() => ({
    strandings: this.#lying(),
    trackers: this.#data.trackers(),
    items: this.#data.items(),
    sightings: this.#sightings(),
    releases: this.#data.releases(),
  }));
  readonly #all = computed(() =>
    mapFeatures({ ...this.#things(), tracks: this.#tracks.tracks() }, this.#now()),
  );
  protected readonly features = computed(() => {
    const { type, features } = withChosen(this.#all(), this.choice());
    const area = this.area();
    return area ? { type, features: [...features, boxFeature(area)] } : { type, features };
  });
  protected readonly focus = signal<readonly [number, number] | null>(null);
  protected readonly groups = computed(() =>
    inView(this.#things(), this.area() ?? this.bounds(), this.chosenHidden()),
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
    if (!study) return undefined;
    const span = this.span();
    const query = new URLSearchParams({
      studyId: String(study.id),
      ...(span && instantsOf(span)),
    });
    return `/tiles/fixes.json?${query}`;
  });

  protected readonly barOpen = signal(this.#wide());

  constructor() {
    usePageTitle("lab.map.title");
    onWayBack((address) => {
      const view = parseView(address.get("view") ?? undefined);
      if (view) this.#map?.jumpTo(view);
    });
    effect(() => this.#strandings.wanted.set(!this.chosenHidden().has("stranding")));
    effect(() => {
      const wanted = this.barOpen() || isOfTide(this.colouring());
      this.#tide.span.set(wanted ? (this.span() ?? this.activity.extent()) : undefined);
      this.#tide.place.set(middleOf(this.groups()) ?? middleOfBounds(this.bounds()));
    });
    effect(() => this.#lookOnce(this.#all(), this.choice()));
    effect(() =>
      this.trails.wish.set({
        span: this.span(),
        colouring: this.colouring(),
        pair: this.compared(),
        shown: !this.chosenHidden().has("track"),
      }),
    );
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

  protected opened(map: MapLibreMap): void {
    this.#map = map;
    this.trails.drawOn(map);
  }

  protected moved(view: MapView): void {
    this.#say({ view: viewText(view) }, true);
  }

  protected toggle(kind: MapKind): void {
    const hidden = new Set(this.chosenHidden());
    if (!hidden.delete(kind)) hidden.add(kind);
    this.#say({ layers: layersText(hidden) });
  }

  protected colourBy(colouring: Colouring): void {
    this.#say({ colour: colouring === "plain" ? null : colouring });
  }

  protected compare(pair: readonly [number, number] | undefined): void {
    this.#say({ pair: pair ? pair.join(",") : null });
  }

  protected chooseSpan(span: Span | undefined): void {
    this.#say(span ? instantsOf(span) : { from: null, to: null });
  }

  protected clicked(feature: ClickedFeature | undefined): void {
    if (!this.drawing()) this.choose(feature && choiceOf(feature));
  }

  protected choose(choice: MapChoice | undefined): void {
    this.#say({ show: choice ? choiceText(choice) : null });
  }

  protected async draw(): Promise<void> {
    if (this.drawing()) return this.drawing()?.abort();
    if (!this.#map) return;
    const drawing = new AbortController();
    this.drawing.set(drawing);
    const area = await drawArea(this.#map, drawing.signal);
    if (area) this.takeArea(area);
    // The click that ends the drawing chooses nothing.
    setTimeout(() => this.drawing.set(undefined));
  }

  /** On a phone both would leave nothing of the map. */
  protected openList(open: boolean): void {
    this.listOpen.set(open);
    if (open && !this.#wide()) this.barOpen.set(false);
  }

  protected openBar(open: boolean): void {
    this.barOpen.set(open);
    if (open && !this.#wide()) this.listOpen.set(false);
  }

  protected takeArea(area: Bounds | undefined): void {
    this.openList(true);
    this.#say({ box: area ? boxText(area) : null });
  }

  /** Moves of the map are no steps of the way back; choices are. */
  #say(queryParams: Readonly<Record<string, string | null>>, replaceUrl = false): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: "merge", replaceUrl });
  }
}

/** Nowhere before the map is drawn. */
function middleOfBounds(bounds: Bounds): readonly [number, number] | undefined {
  if (bounds === WORLD) return undefined;
  const [west, south, east, north] = bounds;
  return [(west + east) / 2, (south + north) / 2];
}
