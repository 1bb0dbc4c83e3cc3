import { computed, effect, Injectable, inject, signal } from "@angular/core";
import { type ItemCode, itemCode } from "@zpr/model";
import { fetchJourney } from "../../kit/api.ts";
import type { FixEvent, LiveEvent } from "../live-event.ts";
import { StudyData } from "../study-data.ts";
import { extended, type MapTrack } from "./map-features.ts";

/** So many journeys are drawn at once; the rest are a click away. */
const MOST_TRACKS = 60;

/** The tracks of a study's items with trackers: loaded once, then growing with each fix that comes in. */
@Injectable()
export class MapTracks {
  readonly #data = inject(StudyData);
  readonly #loaded = signal<ReadonlyMap<string, MapTrack>>(new Map());
  readonly #asked = new Set<string>();

  /** Those of the study that is shown. */
  readonly tracks = computed(() => {
    const shown = new Set(this.#data.items().map((item) => item.code));
    return [...this.#loaded().values()].filter((track) => shown.has(track.code));
  });

  constructor() {
    effect(() => {
      const tracked = this.#data.items().filter((item) => item.trackerId !== null);
      for (const { code } of tracked.slice(0, MOST_TRACKS)) void this.#load(itemCode(code));
    });
    effect(() => {
      for (const event of this.#data.lastEvents()) if (isGoodFix(event)) this.#grow(event);
    });
  }

  async #load(code: ItemCode): Promise<void> {
    if (this.#asked.has(code)) return;
    this.#asked.add(code);
    const answer = await fetchJourney(code);
    if (answer.kind !== "ok") return;
    const pieces = answer.body.features.flatMap(({ geometry, properties }) =>
      properties.kind === "track" && geometry?.type === "LineString" ? [geometry.coordinates] : [],
    );
    this.#loaded.update((tracks) => new Map(tracks).set(code, { code, pieces }));
  }

  #grow({ itemCode: code, position }: FixEvent): void {
    if (code === null || !position) return;
    this.#loaded.update((tracks) => {
      const track = tracks.get(code);
      return track ? new Map(tracks).set(code, extended(track, position)) : tracks;
    });
  }
}

/** `late` alone does not keep a fix out of a track; no line goes through places by the network. */
function isGoodFix(event: LiveEvent): event is FixEvent {
  return event.kind === "fix" && event.flags.every((flag) => flag === "late");
}
