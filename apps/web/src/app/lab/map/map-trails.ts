import { computed, effect, Injectable, inject, signal } from "@angular/core";
import type { Map as MapLibreMap } from "maplibre-gl";
import { StudyData } from "../study-data.ts";
import type { Colouring } from "./map-address.ts";
import { readTimedTracks } from "./map-api.ts";
import { MapTide } from "./map-tide.ts";
import { Playback } from "./playback.ts";
import { instantsOf, type Span } from "./span.ts";
import { segmentsOf, type TimedTrack } from "./timed-track.ts";
import { colourOf } from "./track-colours.ts";
import { TrackLayer } from "./track-layer.ts";

/** What the trails show: of which span, coloured by what, of which releases. */
export interface TrailWish {
  readonly span: Span | undefined;
  readonly colouring: Colouring;
  /** The releases that are compared; nothing for all. */
  readonly pair: readonly [number, number] | undefined;
  /** Whether trails are drawn at all. */
  readonly shown: boolean;
}

/** A trail is as long as a tide is back and forth. */
const TRAIL_SECONDS = 12.4 * 3600;
/** Beneath the marks. */
const BENEATH = "halo";

/** Tracks in time on the map: loaded for a span when they are wanted, coloured and played on the graphics card. */
@Injectable()
export class MapTrails {
  readonly #data = inject(StudyData);
  readonly #playback = inject(Playback);
  readonly #tide = inject(MapTide);
  readonly #map = signal<MapLibreMap | undefined>(undefined);
  readonly #tracks = signal<readonly TimedTrack[]>([]);
  readonly #layer = new TrackLayer();
  readonly #dark = matchMedia("(prefers-color-scheme: dark)").matches;
  #asked = "";
  readonly wish = signal<TrailWish>({
    span: undefined,
    colouring: "plain",
    pair: undefined,
    shown: false,
  });

  /** Whether trails are on the map in place of the plain tracks. */
  readonly active = computed(() => {
    const { span, colouring, pair, shown } = this.wish();
    const wanted = span !== undefined || colouring !== "plain" || pair !== undefined;
    return shown && (wanted || this.#playback.at() !== undefined);
  });
  readonly loading = signal(false);

  /** The group that each item is of, by what is asked: its type or its release. */
  readonly groupOf = computed(() => {
    const { colouring, pair } = this.wish();
    const types = new Map(this.#data.itemTypes().map(({ id, name }) => [id, name]));
    const releases = new Map(this.#data.releases().map(({ id, place }) => [id, place]));
    const byType = colouring === "type" && !pair;
    return new Map(
      this.#data
        .items()
        .map(({ code, itemTypeId, releaseId }) => [
          code,
          (byType ? types.get(itemTypeId) : releases.get(releaseId ?? 0)) ?? "",
        ]),
    );
  });
  /** The groups there are, in an order that stays. */
  readonly groups = computed(() => {
    const { colouring, pair } = this.wish();
    if (pair)
      return pair.map((id) => this.#data.releases().find((one) => one.id === id)?.place ?? "");
    if (colouring === "type") return this.#data.itemTypes().map(({ name }) => name);
    return [...new Set(this.#data.releases().map(({ place }) => place))];
  });
  readonly #segments = computed(() => {
    const { pair } = this.wish();
    const items = new Map(this.#data.items().map(({ code, releaseId }) => [code, releaseId]));
    const tracks = this.#tracks().filter(
      ({ itemCode }) => !pair || pair.includes(items.get(itemCode) ?? 0),
    );
    return segmentsOf(tracks);
  });

  constructor() {
    effect(() => {
      const { span } = this.wish();
      const study = this.#data.study();
      if (study && this.active()) void this.#load(study.id, span);
    });
    effect(() => this.#place(this.#map(), this.active()));
    effect(() => {
      const { colouring, pair } = this.wish();
      const segments = this.#segments();
      const times = segments.map(({ track, at }) => track.times[at] ?? 0);
      const ends = { from: least(times), to: -least(times.map((time) => -time)) };
      const turns = isOfTide(colouring) ? this.#tide.turns() : [];
      const by = { groupOf: this.groupOf(), groups: this.groups(), dark: this.#dark, turns };
      const shown = pair ? "release" : colouring;
      this.#layer.show(segments, colourOf({ ...by, ...ends, colouring: shown }));
    });
    effect(() => {
      const at = this.#playback.at();
      const clock = at === undefined ? null : { now: at / 1000, trailSeconds: TRAIL_SECONDS };
      this.#layer.setClock(clock);
    });
  }

  /** The map to draw on. */
  drawOn(map: MapLibreMap): void {
    this.#map.set(map);
  }

  #place(map: MapLibreMap | undefined, active: boolean): void {
    if (!map) return;
    const isThere = map.getLayer(this.#layer.id) !== undefined;
    if (active && !isThere) map.addLayer(this.#layer, BENEATH);
    if (!active && isThere) map.removeLayer(this.#layer.id);
  }

  async #load(studyId: number, span: Span | undefined): Promise<void> {
    const asked = `${studyId} ${span?.from} ${span?.to}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.loading.set(true);
    try {
      const tracks = await readTimedTracks(studyId, span ? instantsOf(span) : {});
      if (asked === this.#asked) this.#tracks.set(tracks);
    } catch {
      if (asked === this.#asked) this.#asked = "";
    } finally {
      this.loading.set(false);
    }
  }
}

/** Whether a colouring needs the tide. */
export function isOfTide(colouring: Colouring): boolean {
  return colouring === "tide" || colouring === "flow";
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
