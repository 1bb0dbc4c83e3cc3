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
import { TranslocoPipe } from "@jsverse/transloco";
import { parseItemCode } from "@zpr/model";
import type { FeatureCollection } from "geojson";
import { accuracyCircle } from "../../kit/accuracy-circle.ts";
import { fetchJourney, type Journey } from "../../kit/api.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import type { Sighting } from "../lab-api.ts";
import { ReviewDesk } from "./review-desk.ts";

const CLOSE_ZOOM = 13;
const CLOSEST_ZOOM = 15;
/** A circle of accuracy is about so many pixels wide. */
const CIRCLE_PIXELS = 160;
const METRES_PER_PIXEL_AT_0 = 78_271;

/** Where a report is from, how exactly that is known, and the journey of its item around it. */
@Component({
  selector: "zpr-review-map",
  imports: [MapCanvas, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      position: relative;
      display: grid;
      min-height: 20rem;
      overflow: hidden;
      border: 1px solid var(--zpr-line);
      border-radius: var(--zpr-radius-m);
    }
  `,
  template: `
    @if (features().features.length) {
      @defer (on idle) {
        <zpr-map-canvas
          [features]="features()"
          [center]="center()"
          [zoom]="zoom()"
          [label]="'lab.sightings.map' | transloco: { code: sighting().itemCode }"
        />
      } @placeholder {
        <p class="l-loading">{{ "lab.item.mapLoading" | transloco }}</p>
      }
    } @else {
      <p class="l-loading">{{ "lab.sightings.noPlace" | transloco }}</p>
    }
  `,
})
export class ReviewMap {
  readonly sighting = input.required<Sighting>();
  readonly #journey = signal<Journey | undefined>(undefined);
  readonly #code = computed(() => parseItemCode(this.sighting().itemCode));
  readonly #place = computed(() => this.sighting().position, { equal: isSamePlace });

  protected readonly center = computed((): [number, number] | undefined => {
    const place = this.#place();
    return place ? [place[0], place[1]] : undefined;
  });
  protected readonly zoom = computed(() => {
    const { accuracyMetres } = this.sighting();
    const place = this.#place();
    if (!place || !accuracyMetres) return CLOSE_ZOOM;
    const metresPerPixel = (2 * accuracyMetres) / CIRCLE_PIXELS;
    const atEquator = METRES_PER_PIXEL_AT_0 * Math.cos((place[1] * Math.PI) / 180);
    return Math.min(Math.log2(atEquator / metresPerPixel), CLOSEST_ZOOM);
  });
  protected readonly features = computed(() => {
    const { seenAt } = this.sighting();
    // Its own place is drawn apart, as it is decided now.
    const told = (this.#journey()?.features ?? []).filter(
      ({ geometry, properties: { kind, time } }) =>
        geometry !== null && !(kind === "sighting" && time === seenAt),
    );
    return {
      type: "FeatureCollection",
      features: [...told, ...this.#own()],
    } as unknown as FeatureCollection;
  });
  readonly #own = computed(() => {
    const { accuracyMetres } = this.sighting();
    const coordinates = this.#place();
    if (!coordinates) return [];
    const geometry = { type: "Point", coordinates };
    return [
      ...(accuracyMetres ? accuracyCircle(coordinates, accuracyMetres).features : []),
      { type: "Feature", geometry, properties: { kind: "sighting", chosen: true } },
    ];
  });

  constructor() {
    const { revision } = inject(ReviewDesk);
    effect(() => {
      const code = this.#code();
      const hasItem = this.sighting().studyId !== null;
      revision();
      untracked(() => void this.#read(hasItem ? code : undefined));
    });
  }

  async #read(code: ReturnType<typeof parseItemCode>): Promise<void> {
    const answer = code && (await fetchJourney(code).catch(() => undefined));
    if (code !== undefined && code !== this.#code()) return;
    this.#journey.set(answer?.kind === "ok" ? answer.body : undefined);
  }
}

function isSamePlace(a: Sighting["position"], b: Sighting["position"]): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
