import { computed, Injectable, inject, signal } from "@angular/core";
import type { ItemCode } from "@zpr/model";
import { fetchJourney, type Journey } from "../../kit/api.ts";
import type { Item, Sighting } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import type { WayBar, WayPoint } from "./draw-way.ts";
import { metresBetween } from "./flag-words.ts";
import {
  type Correction,
  type Deployment,
  type Episode,
  type RiverPlace,
  readCorrections,
  readDeployments,
  readEpisodes,
  readKilometres,
  readSightingsOf,
  readTide,
  type Tide,
} from "./journey-api.ts";
import { trackOf } from "./journey-track.ts";

/** Episodes, journeys and kilometres follow a change within a second; this long, and they have. */
const FOLLOWED_MS = [700, 2_500] as const;

const LEAST_SPAN_MS = 6 * 3_600_000;

/** All that the page of one item shows, read anew after each change. */
@Injectable()
export class JourneyData {
  readonly #study = inject(StudyData);
  readonly #code = signal<ItemCode | undefined>(undefined);

  readonly item = computed(() => this.#study.items().find(({ code }) => code === this.#code()));
  readonly mayEdit = this.#study.mayEdit;
  readonly failed = signal(false);
  /** Undefined until all of the item is read. */
  readonly journey = signal<Journey | undefined>(undefined);
  readonly episodes = signal<readonly Episode[]>([]);
  readonly #kilometres = signal<readonly RiverPlace[]>([]);
  readonly sightings = signal<readonly Sighting[]>([]);
  readonly deployments = signal<readonly Deployment[]>([]);
  readonly corrections = signal<readonly Correction[]>([]);
  readonly tide = signal<Tide | undefined>(undefined);

  readonly track = computed(() => trackOf(this.journey()?.features ?? []));
  /** Where it was released, else where it was first. */
  readonly #start = computed(() => {
    const [first] = (this.journey()?.features ?? []).flatMap(({ geometry }) =>
      geometry?.type === "Point" ? [geometry.coordinates] : [],
    );
    const [longitude, latitude] = first ?? [];
    return longitude === undefined || latitude === undefined
      ? this.track()[0]?.position
      : ([longitude, latitude] as const);
  });
  readonly onRiver = computed(() => this.#kilometres().length > 0);
  /** First and last evidence, milliseconds since 1970, with room around what just began. */
  readonly span = computed((): readonly [number, number] => {
    const { startedAt, lastAt } = this.journey()?.properties ?? {};
    const [first, last] = [startedAt, lastAt].map((time) => Date.parse(time ?? "") || 0);
    const [from, to] = [first ?? 0, last ?? 0];
    const lack = Math.max(0, LEAST_SPAN_MS - (to - from)) / 2;
    return [from - lack, to + lack];
  });
  readonly points = computed((): readonly WayPoint[] => {
    if (!this.onRiver())
      return this.track().map(({ time, position }) => ({ time, kilometre: this.#away(position) }));
    return this.#kilometres()
      .filter(({ source }) => source === "fix")
      .map(({ time, kilometre }) => ({ time: Date.parse(time), kilometre }));
  });
  readonly seen = computed((): readonly WayPoint[] => {
    if (this.onRiver())
      return this.#kilometres()
        .filter(({ source }) => source === "sighting")
        .map(({ time, kilometre }) => ({ time: Date.parse(time), kilometre }));
    return this.sightings().flatMap(({ seenAt, position }) =>
      position ? [{ time: Date.parse(seenAt), kilometre: this.#away(position) }] : [],
    );
  });
  readonly bars = computed((): readonly WayBar[] =>
    this.episodes().map((episode, at) => ({
      at,
      state: episode.state,
      from: Date.parse(episode.startedAt),
      to: Date.parse(episode.endedAt),
      fromKilometre: this.onRiver() ? episode.fromKilometre : this.#awayOf(episode.from),
      toKilometre: this.onRiver() ? episode.toKilometre : this.#awayOf(episode.to),
    })),
  );
  readonly drift = computed(
    () => this.#study.journeys().find(({ itemCode }) => itemCode === this.#code())?.drift,
  );

  /** Reads everything of an item. */
  async read(code: ItemCode): Promise<void> {
    if (code !== this.#code()) this.journey.set(undefined);
    this.#code.set(code);
    const item = this.item();
    if (!item) return;
    try {
      await this.#readAll(code, item);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }

  /** Reads again at once, and when the journey has followed. */
  async changed(): Promise<void> {
    const code = this.#code();
    if (!code) return;
    await this.read(code);
    for (const milliseconds of FOLLOWED_MS) setTimeout(() => void this.read(code), milliseconds);
  }

  async #readAll(code: ItemCode, item: Item): Promise<void> {
    const [answer, episodes, kilometres, sightings, deployments, corrections] = await Promise.all([
      fetchJourney(code),
      readEpisodes(code),
      readKilometres(code),
      readSightingsOf(code),
      readDeployments(item),
      readCorrections(code),
    ]);
    if (answer.kind !== "ok") throw new Error("no journey");
    if (code !== this.#code()) return;
    this.episodes.set(episodes);
    this.#kilometres.set(kilometres);
    this.sightings.set(sightings);
    this.deployments.set(deployments);
    this.corrections.set(corrections);
    this.journey.set(answer.body);
    const place = this.track()[0]?.position ?? sightings.find(({ position }) => position)?.position;
    const tide = place ? await readTide(place, ...this.span()) : undefined;
    if (code === this.#code()) this.tide.set(tide);
  }

  /** Kilometres from where the journey began, as the crow flies. */
  #away(position: readonly [number, number]): number {
    return metresBetween(this.#start() ?? position, position) / 1000;
  }

  #awayOf(position: readonly [number, number] | null): number | null {
    return position && this.#away(position);
  }
}
