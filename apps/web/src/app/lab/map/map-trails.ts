import { computed, effect, Injectable, inject, signal, untracked } from "@angular/core";
import type { Map as MapLibreMap } from "maplibre-gl";
import { StudyData } from "../study-data.ts";
import { LoadedTracks, type WantedTracks } from "./loaded-tracks.ts";
import type { Colouring } from "./map-address.ts";
import { MapTide } from "./map-tide.ts";
import { packSegments } from "./packed-segments.ts";
import { Playback } from "./playback.ts";
import type { Span } from "./span.ts";
import { StudyActivity } from "./study-activity.ts";
import { segmentsOf } from "./timed-track.ts";
import { colourOf } from "./track-colours.ts";
import { TrackLayer } from "./track-layer.ts";
import { pieceLength, piecesAt } from "./track-pieces.ts";

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
/** While it is played on a slow device; when it rests it is whole. */
const SHORT_TRAIL_SECONDS = TRAIL_SECONDS / 4;
/** So many are drawn in each frame while the map is moved. */
const WHOLE_PLACES = 20_000;
/** A frame of playback draws only those of its trails. Twice a piece: the server counts by whole days. */
const PIECE_PLACES = 120_000;
/** Beneath the marks. */
const BENEATH = "halo";

/** Tracks in time on the map: loaded for a span when they are wanted, coloured and played on the graphics card. */
@Injectable()
export class MapTrails {
  readonly #data = inject(StudyData);
  readonly #playback = inject(Playback);
  readonly #tide = inject(MapTide);
  readonly #activity = inject(StudyActivity);
  readonly #loaded = inject(LoadedTracks);
  readonly #map = signal<MapLibreMap | undefined>(undefined);
  readonly #layer = new TrackLayer();
  readonly #dark = matchMedia("(prefers-color-scheme: dark)").matches;
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
  readonly loading = this.#loaded.loading;
  /** The first place in so many seconds of each track is shown; 1 where all are. */
  readonly everySeconds = computed(() =>
    this.active() ? Math.max(1, ...this.#loaded.tracks().map((track) => track.everySeconds)) : 1,
  );
  /** Whole tracks as they are sent for all of the span; what is played in pieces, and so with more of their places. */
  readonly #wanted = computed<WantedTracks | undefined>(
    () => {
      const studyId = this.#data.study()?.id;
      if (studyId === undefined || !this.active()) return undefined;
      const { span } = this.wish();
      const extent = this.#activity.extent();
      const at = this.#playback.at();
      if (at === undefined || !extent) return { studyId, places: WHOLE_PLACES, pieces: [span] };
      const pieces = piecesAt(span ?? extent, at, this.#pieceLength());
      return { studyId, places: PIECE_PLACES, pieces };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  readonly #pieceLength = computed(() => {
    const { bins = [] } = this.#activity.activity() ?? {};
    const fixes = bins.reduce((sum, bin) => sum + bin.fixes, 0);
    return pieceLength(this.#activity.extent() ?? { from: 0, to: 0 }, fixes);
  });

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
    const tracks = this.#loaded
      .tracks()
      .filter(({ itemCode }) => !pair || pair.includes(items.get(itemCode) ?? 0));
    return segmentsOf(tracks);
  });

  constructor() {
    effect(() => {
      const wanted = this.#wanted();
      if (wanted) untracked(() => this.#loaded.want(wanted));
    });
    effect(() => this.#playback.waiting.set(this.active() && this.loading()));
    effect(() => this.#place(this.#map(), this.active()));
    effect(() => {
      const { colouring, pair, span } = this.wish();
      const { from = 0, to = 0 } = span ?? this.#activity.extent() ?? {};
      const ends = { from: from / 1000, to: to / 1000 };
      const turns = isOfTide(colouring) ? this.#tide.turns() : [];
      const by = { groupOf: this.groupOf(), groups: this.groups(), dark: this.#dark, turns };
      const shown = pair ? "release" : colouring;
      const colour = colourOf({ ...by, ...ends, colouring: shown });
      this.#layer.show(packSegments(this.#segments(), colour));
    });
    effect(() => {
      const at = this.#playback.at();
      const isShort = this.#playback.playing() && this.#playback.isSlow();
      const trailSeconds = isShort ? SHORT_TRAIL_SECONDS : TRAIL_SECONDS;
      const clock = at === undefined ? null : { now: at / 1000, trailSeconds };
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
}

/** Whether a colouring needs the tide. */
export function isOfTide(colouring: Colouring): boolean {
  return colouring === "tide" || colouring === "flow";
}
