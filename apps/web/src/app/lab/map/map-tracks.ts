import { computed, effect, Injectable, inject, signal } from "@angular/core";
import { type ItemCode, itemCode } from "@zpr/model";
import { fetchJourney } from "../../kit/api.ts";
import type { FixEvent, LiveEvent } from "../live-event.ts";
import { StudyData } from "../study-data.ts";
import { extended, type MapTrack } from "./map-features.ts";

/** So many journeys are drawn at once; the rest are a click away. */
const MOST_TRACKS = 60;
/** A browser asks a server for six things at once; the map's tiles are not to wait behind long journeys. */
const AT_ONCE = 2;

/** The tracks of a study's items with trackers: loaded once, then growing with each fix that comes in. */
@Injectable()
export class MapTracks {
  readonly #data = inject(StudyData);
  readonly #loaded = signal<ReadonlyMap<string, MapTrack>>(new Map());
  readonly #asked = new Set<string>();
  readonly #waiting: ItemCode[] = [];
  readonly #come: MapTrack[] = [];
  #loading = 0;

  /** Those of the study that is shown. */
  readonly tracks = computed(() => {
    const shown = new Set(this.#data.items().map((item) => item.code));
    return [...this.#loaded().values()].filter((track) => shown.has(track.code));
  });

  constructor() {
    effect(() => {
      const tracked = this.#data.items().filter((item) => item.trackerId !== null);
      for (const { code } of tracked.slice(0, MOST_TRACKS)) this.#want(itemCode(code));
    });
    effect(() => {
      for (const event of this.#data.lastEvents()) if (isGoodFix(event)) this.#grow(event);
    });
  }

  #want(code: ItemCode): void {
    if (this.#asked.has(code)) return;
    this.#asked.add(code);
    this.#waiting.push(code);
    if (this.#loading < AT_ONCE) void this.#loadAll();
  }

  async #loadAll(): Promise<void> {
    this.#loading++;
    for (let code = this.#waiting.shift(); code; code = this.#waiting.shift())
      await this.#load(code);
    this.#loading--;
    this.#show();
  }

  async #load(code: ItemCode): Promise<void> {
    const answer = await fetchJourney(code);
    if (answer.kind !== "ok") return;
    const pieces = answer.body.features.flatMap(({ geometry, properties }) =>
      properties.kind === "track" && geometry?.type === "LineString" ? [geometry.coordinates] : [],
    );
    this.#come.push({ code, pieces });
    // By as many as there are: with each showing the map cuts all of them anew.
    if (this.#come.length > this.#loaded().size) this.#show();
  }

  #show(): void {
    const come = this.#come.splice(0);
    if (come.length === 0) return;
    const entries = come.map((track) => [track.code, track] as const);
    this.#loaded.update((tracks) => new Map([...tracks, ...entries]));
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
