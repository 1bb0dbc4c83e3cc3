import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import type { ClickedFeature } from "../../kit/map-drawing.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { FirstSteps } from "../frame/first-steps.ts";
import { Screen } from "../frame/screen.ts";
import { durationText } from "../release/duration-text.ts";
import { StudyData } from "../study-data.ts";
import { ActivityTable } from "./activity-table.ts";
import { drawArea } from "./draw-area.ts";
import type { Bounds } from "./in-view.ts";
import { LoadedTracks } from "./loaded-tracks.ts";
import { type MapView, parseView } from "./map-address.ts";
import { MapAsked } from "./map-asked.ts";
import { choiceOf, choiceText, type MapChoice } from "./map-choice.ts";
import { MapColours } from "./map-colours.ts";
import { MapDetails } from "./map-details.ts";
import { MapLegend } from "./map-legend.ts";
import { MapShown } from "./map-shown.ts";
import { MapStrandings } from "./map-strandings.ts";
import { MapTable } from "./map-table.ts";
import { MapTide } from "./map-tide.ts";
import { MapTracks } from "./map-tracks.ts";
import { isOfTide, MapTrails } from "./map-trails.ts";
import { onWayBack } from "./on-way-back.ts";
import { placeOf } from "./place-of.ts";
import { Playback } from "./playback.ts";
import { StudyActivity } from "./study-activity.ts";
import { TimeBar } from "./time-bar.ts";

/** `/lab/map`: where everything of a study is, live and in time. All that is chosen is in the address. */
@Component({
  selector: "zpr-map-page",
  imports: [
    ActivityTable,
    FirstSteps,
    MapCanvas,
    MapColours,
    MapDetails,
    MapLegend,
    MapTable,
    PluralPipe,
    TimeBar,
    TranslocoPipe,
  ],
  providers: [
    LoadedTracks,
    MapAsked,
    MapShown,
    MapStrandings,
    MapTide,
    MapTracks,
    MapTrails,
    Playback,
    StudyActivity,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-page.html",
  styleUrl: "./map-page.css",
})
export class MapPage {
  readonly #data = inject(StudyData);
  readonly #tide = inject(MapTide);
  readonly #wide = inject(Screen).wide;
  readonly #locale = inject(PageLocale).current;
  protected readonly asked = inject(MapAsked);
  protected readonly shown = inject(MapShown);
  protected readonly trails = inject(MapTrails);
  protected readonly activity = inject(StudyActivity);
  #map: MapLibreMap | undefined;
  #lookedAt: string | undefined;

  /** Nothing of the study was ever in the water. */
  readonly #isEmpty = computed(
    () => this.#data.loaded() && this.#data.releases().length === 0 && this.shown.count() === 0,
  );
  protected readonly isNew = computed(() => this.#data.mayEdit() && this.#isEmpty());
  protected readonly hasActivity = computed(() => (this.activity.activity()?.bins.length ?? 0) > 0);
  /** In how long one place of each track is shown, when not all are. */
  protected readonly thinned = computed(() => {
    const seconds = this.trails.everySeconds();
    return seconds > 1 ? durationText(seconds, this.#locale()) : undefined;
  });
  protected readonly focus = signal<readonly [number, number] | null>(null);
  protected readonly drawing = signal<AbortController | undefined>(undefined);
  protected readonly listOpen = signal(this.#wide());
  protected readonly barOpen = signal(this.#wide());

  constructor() {
    usePageTitle("lab.map.title");
    onWayBack((address) => {
      const view = parseView(address.get("view") ?? undefined);
      if (view) this.#map?.jumpTo(view);
    });
    effect(() => {
      const wanted = this.barOpen() || isOfTide(this.asked.colouring());
      this.#tide.span.set(wanted ? (this.asked.span() ?? this.activity.extent()) : undefined);
      this.#tide.place.set(this.shown.middle());
    });
    effect(() => this.#lookOnce(this.shown.all(), this.asked.choice()));
    effect(() =>
      this.trails.wish.set({
        span: this.asked.span(),
        colouring: this.asked.colouring(),
        pair: this.asked.pair(),
        shown: !this.asked.hidden().has("track"),
      }),
    );
  }

  protected opened(map: MapLibreMap): void {
    this.#map = map;
    this.trails.drawOn(map);
  }

  /** Where nothing is, there is no view to come back to: the map opens where things are by then. */
  protected moved(view: MapView): void {
    if (!this.#isEmpty()) this.asked.look(view);
  }

  protected clicked(feature: ClickedFeature | undefined): void {
    if (!this.drawing()) this.asked.choose(feature && choiceOf(feature));
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

  protected takeArea(area: Bounds | undefined): void {
    this.openList(true);
    this.asked.inArea(area);
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

  /** The map goes to what was chosen, but does not run after it when it moves on. */
  #lookOnce(all: FeatureCollection, choice: MapChoice | undefined): void {
    const wanted = choice && choiceText(choice);
    if (wanted === this.#lookedAt) return;
    const place = placeOf(all, choice);
    if (choice && !place) return;
    this.#lookedAt = wanted;
    this.focus.set(place);
  }
}
