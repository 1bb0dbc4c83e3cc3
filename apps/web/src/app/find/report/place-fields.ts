import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { accuracyCircle } from "../../kit/accuracy-circle.ts";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import { distanceText } from "../../kit/measures.ts";
import {
  accuracyOf,
  type PlaceSearch,
  type PlaceWatch,
  watchPlace,
} from "../../kit/place-watch.ts";
import { Sign } from "../../kit/sign.ts";
import { AccuracyPicture } from "../pictures/accuracy-picture.ts";
import type { Place } from "./report-draft.ts";

/** The tidal Scheldt as a whole: where a map begins when nothing better is known. */
const NOWHERE = { center: [4.25, 51.2] as [number, number], zoom: 8 };

/** Where the item lies: by the phone's position, by moving the map, or not at all. */
@Component({
  selector: "zpr-place-fields",
  imports: [AccuracyPicture, MapCanvas, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./place-fields.html",
  styleUrl: "./place-fields.css",
})
export class PlaceFields {
  readonly #locale = inject(PageLocale);

  readonly place = input.required<Place | null>();
  readonly around = input<Position>();
  readonly heading = input.required<string>();
  readonly missing = input(false);
  readonly placed = output<Place | null>();

  protected readonly search = signal<PlaceSearch>({ kind: "idle" });
  /** Until the browser has said what it was told before. */
  protected readonly isAsking = signal(true);
  protected readonly mapOpen = signal(false);
  protected readonly picked = signal<[number, number]>(NOWHERE.center);
  /** What is known so far, while searching and after. */
  protected readonly metres = computed(() => {
    const search = this.search();
    if (search.kind === "searching") return search.best?.accuracyMetres;
    return this.place()?.source === "gps" ? this.place()?.accuracyMetres : undefined;
  });
  protected readonly accuracy = computed(() => {
    const metres = this.metres();
    return typeof metres === "number" ? accuracyOf(metres) : undefined;
  });
  protected readonly distance = computed(() =>
    distanceText(this.metres() ?? 0, this.#locale.current()),
  );
  protected readonly mapStart = computed(() => {
    const known = this.place()?.position;
    if (known) return { center: [...known] as [number, number], zoom: 16 };
    const around = this.around();
    return around ? { center: [...around] as [number, number], zoom: 11 } : NOWHERE;
  });
  /** How well the phone knew its place, for the map on which somebody knows better. */
  protected readonly circle = computed(() => {
    const place = this.place();
    return place?.position && place.accuracyMetres
      ? accuracyCircle(place.position, place.accuracyMetres)
      : null;
  });
  protected readonly map = viewChild<ElementRef<HTMLElement>>("map");
  #watch: PlaceWatch | undefined;
  #isGone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#isGone = true;
      this.#end();
    });
    effect(() => this.map()?.nativeElement.scrollIntoView({ block: "center" }));
    void this.#startByItself();
  }

  protected locate(): void {
    this.mapOpen.set(false);
    if (!navigator.geolocation) {
      this.search.set({ kind: "failed" });
      return;
    }
    this.#end();
    this.placed.emit(null);
    this.#watch = watchPlace(navigator.geolocation, (search) => {
      this.search.set(search);
      if (search.kind !== "found") return;
      const { position, accuracyMetres } = search.best;
      this.placed.emit({ position, accuracyMetres, source: "gps" });
    });
  }

  /** Ends a search that has something to show for it. */
  settle(): void {
    const search = this.search();
    if (search.kind === "searching" && search.best) this.#watch?.stop();
  }

  /** Ends a search because the place is known from elsewhere. */
  giveWay(): void {
    this.mapOpen.set(false);
    this.#end();
  }

  protected openMap(): void {
    this.#end();
    this.picked.set(this.mapStart().center);
    this.mapOpen.set(true);
  }

  protected takeFromMap(): void {
    this.mapOpen.set(false);
    this.search.set({ kind: "idle" });
    this.placed.emit({ position: this.picked(), accuracyMetres: null, source: "map" });
  }

  protected goWithout(): void {
    this.giveWay();
    this.search.set({ kind: "idle" });
    this.placed.emit({ position: null, accuracyMetres: null, source: "none" });
  }

  /** Ends a search, found or not. */
  #end(): void {
    this.#watch?.cancel();
    if (this.search().kind === "searching") this.search.set({ kind: "idle" });
  }

  /** Nobody needs a tap to be asked by the browser; who has refused before is shown the other ways. */
  async #startByItself(): Promise<void> {
    const permission = await navigator.permissions
      ?.query({ name: "geolocation" })
      .catch(() => undefined);
    this.isAsking.set(false);
    if (this.#isGone || this.place()) return;
    if (permission?.state === "denied") this.search.set({ kind: "refused" });
    else this.locate();
  }
}
