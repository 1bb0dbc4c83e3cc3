import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import type { FeatureCollection } from "geojson";
import { type Answer, fetchJourney, type Journey } from "../../kit/api.ts";
import { PageLocale } from "../../kit/locale.ts";
import { MapCanvas } from "../../kit/map-canvas.ts";
import { codeText, dayText, distanceText, timeText } from "../../kit/measures.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { daysUnderWay, journeyEvents } from "./journey-events.ts";
import { SKETCH, sketchJourney } from "./journey-sketch.ts";

/** What is public of an item's way: numbers, a sketch and then a map, and the story in words. */
@Component({
  selector: "zpr-journey-view",
  imports: [MapCanvas, PluralPipe, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./journey-view.html",
  styleUrl: "./journey-view.css",
})
export class JourneyView {
  protected readonly locale = inject(PageLocale);
  readonly code = input.required<ItemCode>();
  /** Anything that changes when the journey has to be read again. */
  readonly version = input("");
  /** Whether this is what the page is about. */
  readonly leads = input(false);
  readonly told = output<Journey>();

  protected readonly answer = signal<Answer<Journey> | undefined>(undefined);
  protected readonly journey = computed(() => {
    const answer = this.answer();
    return answer?.kind === "ok" ? answer.body : undefined;
  });
  protected readonly shownCode = computed(() => codeText(this.code()));
  protected readonly events = computed(() => journeyEvents(this.journey()?.features ?? []));
  /** What a map can show of it; nothing while no place is known. */
  protected readonly collection = computed(() => {
    const features = this.journey()?.features.filter(({ geometry }) => geometry !== null) ?? [];
    return features.length > 0
      ? ({ type: "FeatureCollection", features } as unknown as FeatureCollection)
      : undefined;
  });
  protected readonly sketch = computed(() => sketchJourney(this.journey()?.features ?? []));
  protected readonly sketchBox = `0 0 ${SKETCH.width} ${SKETCH.height}`;
  protected readonly wantsMap = signal(false);
  protected readonly box = viewChild<ElementRef<HTMLElement>>("box");
  protected readonly numbers = computed(() => {
    const measures = this.journey()?.properties;
    if (!measures) return undefined;
    return {
      days: daysUnderWay(measures.startedAt, measures.lastAt),
      sightings: measures.sightingCount,
      travelled: distanceText(measures.travelledMetres, this.locale.current()),
      net: distanceText(measures.netMetres, this.locale.current()),
    };
  });

  constructor() {
    effect(() => {
      this.version();
      void this.load(this.code());
    });
  }

  protected async load(code: ItemCode): Promise<void> {
    const answer = await fetchJourney(code);
    if (code !== this.code()) return;
    this.answer.set(answer);
    if (answer.kind === "ok") this.told.emit(answer.body);
  }

  /** The button goes, so whoever pressed it is kept at the place where the map comes. */
  protected showMap(): void {
    this.wantsMap.set(true);
    this.box()?.nativeElement.focus({ preventScroll: true });
  }

  protected day(time: string): string {
    return dayText(time, this.locale.current());
  }

  protected moment(time: string): string {
    return timeText(time, this.locale.current());
  }
}
