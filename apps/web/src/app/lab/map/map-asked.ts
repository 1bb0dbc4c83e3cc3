import { computed, Injectable, inject, type Signal, untracked } from "@angular/core";
import { toSignal } from "@angular/core/rxjs-interop";
import { ActivatedRoute, Router } from "@angular/router";
import type { MapKind } from "../../kit/map-layers.ts";
import type { Bounds } from "./in-view.ts";
import {
  boxText,
  type Colouring,
  layersText,
  type MapView,
  parseBox,
  parseColouring,
  parseHidden,
  parsePair,
  parseTime,
  parseView,
  viewText,
} from "./map-address.ts";
import { choiceText, type MapChoice, parseChoice } from "./map-choice.ts";
import { instantsOf, type Span } from "./span.ts";
import { StudyActivity } from "./study-activity.ts";

/** All that is chosen of the map: read from the page's address, and changed by changing that. */
@Injectable()
export class MapAsked {
  readonly #router = inject(Router);
  readonly #extent = inject(StudyActivity).extent;
  readonly #query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  readonly #layers = this.#said("layers");
  readonly #colour = this.#said("colour");
  readonly #pair = this.#said("pair");
  readonly #view = this.#said("view");
  readonly #from = this.#said("from");
  readonly #to = this.#said("to");
  readonly #box = this.#said("box");
  readonly #show = this.#said("show");

  /** Kinds that are not shown. */
  readonly hidden = computed(() => parseHidden(this.#layers()));
  readonly colouring = computed(() => parseColouring(this.#colour()));
  /** The releases that are compared. */
  readonly pair = computed(() => parsePair(this.#pair()));
  /** Where the map opens. */
  readonly start = computed(() => untracked(() => parseView(this.#view())));
  /** Undefined for all of time. */
  readonly span = computed<Span | undefined>(() => {
    const extent = this.#extent();
    const [from, to] = [parseTime(this.#from()), parseTime(this.#to())];
    if (!extent || (from === undefined && to === undefined)) return undefined;
    const span = { from: from ?? extent.from, to: to ?? extent.to };
    return span.from < span.to ? span : undefined;
  });
  readonly area = computed(() => parseBox(this.#box()));
  /** The thing whose details are shown. */
  readonly choice = computed(() => parseChoice(this.#show()));

  /** Moves of the map are no steps of the way back; choices are. */
  look(view: MapView): void {
    this.#say({ view: viewText(view) }, true);
  }

  toggle(kind: MapKind): void {
    const hidden = new Set(this.hidden());
    if (!hidden.delete(kind)) hidden.add(kind);
    this.#say({ layers: layersText(hidden) });
  }

  colourBy(colouring: Colouring): void {
    this.#say({ colour: colouring === "plain" ? null : colouring });
  }

  compare(pair: readonly [number, number] | undefined): void {
    this.#say({ pair: pair ? pair.join(",") : null });
  }

  within(span: Span | undefined): void {
    this.#say(span ? instantsOf(span) : { from: null, to: null });
  }

  inArea(area: Bounds | undefined): void {
    this.#say({ box: area ? boxText(area) : null });
  }

  choose(choice: MapChoice | undefined): void {
    this.#say({ show: choice ? choiceText(choice) : null });
  }

  /** Each on its own: a move of the map changes nothing of the rest. */
  #said(name: string): Signal<string | undefined> {
    return computed(() => this.#query().get(name) ?? undefined);
  }

  #say(queryParams: Readonly<Record<string, string | null>>, replaceUrl = false): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: "merge", replaceUrl });
  }
}
