import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { Router, RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import type { FeatureCollection } from "geojson";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { Moment } from "../time/moment.ts";
import type { Episode } from "./journey-api.ts";
import { JourneyData } from "./journey-data.ts";
import { episodeAt } from "./journey-track.ts";
import { StateMark } from "./state-mark.ts";
import { WayMap } from "./way-map.ts";
import { WayPlot } from "./way-plot.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The way of an item on a map, against time, and as the table behind both. */
@Component({
  selector: "zpr-way-tab",
  imports: [Moment, RouterLink, StateMark, TranslocoPipe, WayMap, WayPlot],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./way-tab.css",
  templateUrl: "./way-tab.html",
})
export class WayTab {
  readonly #router = inject(Router);
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(JourneyData);
  /** ISO 8601: the moment whose episode is chosen. */
  readonly at = input<string>();

  /** What the pointer looks at, milliseconds since 1970. */
  protected readonly looked = signal<number | undefined>(undefined);
  /** Days around the chosen episode, or the whole journey. */
  protected readonly days = signal(0);
  protected readonly chosen = computed(() => {
    const at = this.at();
    return at === undefined ? -1 : episodeAt(this.data.episodes(), Date.parse(at));
  });
  protected readonly moment = computed(() => {
    const looked = this.looked();
    if (looked !== undefined) return looked;
    const episode = this.data.episodes()[this.chosen()];
    return episode && Date.parse(episode.startedAt);
  });
  protected readonly window = computed((): readonly [number, number] => {
    const [from, to] = this.data.span();
    const days = this.days();
    const episode = this.data.episodes()[this.chosen()];
    if (days === 0) return [from, to];
    const middle = episode
      ? (Date.parse(episode.startedAt) + Date.parse(episode.endedAt)) / 2
      : to - (days * DAY) / 2;
    return [Math.max(from, middle - (days * DAY) / 2), Math.min(to, middle + (days * DAY) / 2)];
  });
  protected readonly points = computed(() => this.#within(this.data.points(), ({ time }) => time));
  protected readonly seen = computed(() => this.#within(this.data.seen(), ({ time }) => time));
  protected readonly bars = computed(() => {
    const [from, to] = this.window();
    return this.data.bars().map((bar) => ({
      ...bar,
      ...(bar.to < from || bar.from > to
        ? { fromKilometre: null, toKilometre: null }
        : { from: Math.max(bar.from, from), to: Math.min(bar.to, to) }),
    }));
  });
  protected readonly tide = computed(() => {
    const tide = this.data.tide();
    return tide && { ...tide, levels: this.#within(tide.levels, ({ time }) => Date.parse(time)) };
  });
  /** Releases and reports; the way itself is drawn by its episodes. */
  protected readonly features = computed(() => {
    const features = (this.data.journey()?.features ?? []).filter(
      ({ geometry, properties: { kind } }) => geometry !== null && kind !== "track",
    );
    const coordinates = this.data.track().map(({ position }) => position);
    // Not drawn, but the map opens with all of the way in view.
    const extent = {
      type: "Feature",
      geometry: { type: "LineString", coordinates },
      properties: { kind: "extent" },
    };
    const all = coordinates.length > 1 ? [...features, extent] : features;
    return { type: "FeatureCollection", features: all } as unknown as FeatureCollection;
  });

  protected choose(at: number): void {
    const episode = this.data.episodes()[at];
    if (episode) void this.#go({ at: middleOf(episode) });
  }

  protected chooseMoment(time: number): void {
    this.choose(episodeAt(this.data.episodes(), time));
  }

  protected middle(episode: Episode): string {
    return middleOf(episode);
  }

  protected lasted({ startedAt, endedAt }: Episode): string {
    const hours = (Date.parse(endedAt) - Date.parse(startedAt)) / HOUR;
    const inDays = hours >= 48;
    return new Intl.NumberFormat(this.#locale(), {
      style: "unit",
      unit: inDays ? "day" : "hour",
      unitDisplay: "short",
      maximumFractionDigits: 1,
    }).format(inDays ? hours / 24 : hours);
  }

  protected distance(metres: number): string {
    return distanceText(metres, this.#locale());
  }

  protected kilometre(value: number | null | undefined): string {
    if (value === null || value === undefined) return "–";
    const format = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return new Intl.NumberFormat(this.#locale(), format).format(value);
  }

  #within<One>(all: readonly One[], timeOf: (one: One) => number): One[] {
    const [from, to] = this.window();
    return all.filter((one) => timeOf(one) >= from && timeOf(one) <= to);
  }

  #go(queryParams: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.#router.navigate([], { queryParams, queryParamsHandling: "merge" });
  }
}

function middleOf({ startedAt, endedAt }: Episode): string {
  return new Date((Date.parse(startedAt) + Date.parse(endedAt)) / 2).toISOString();
}
