import { ChangeDetectionStrategy, Component, input, output, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { RiverDraft } from "./river-draft.ts";

type Kind = "mouth" | "origin";

/** Where a river ends, and from where its kilometres count: by numbers, or by a click on the map. */
@Component({
  selector: "zpr-river-places",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./river-places.html",
})
export class RiverPlaces {
  readonly draft = input.required<RiverDraft>();
  readonly map = input<MapLibreMap>();
  readonly changed = output<Partial<RiverDraft>>();
  /** The next click on the map is meant for a place. */
  readonly picking = output();
  protected readonly kinds = ["mouth", "origin"] as const;
  protected readonly picked = signal<Kind | undefined>(undefined);

  protected placeOf(kind: Kind): Position | null {
    const { mouth, origin } = this.draft();
    return kind === "mouth" ? mouth : (origin?.position ?? null);
  }

  protected pick(kind: Kind): void {
    const isFirst = this.picked() === undefined;
    this.picked.set(kind);
    this.picking.emit();
    if (isFirst) this.map()?.once("click", (event: MapMouseEvent) => this.#take(event));
  }

  protected move(kind: Kind, axis: 0 | 1, change: Event): void {
    const text = (change.target as HTMLInputElement).value;
    const [x, y] = this.placeOf(kind) ?? this.#middle();
    const place: Position = axis === 0 ? [Number(text), y] : [x, Number(text)];
    this.#put(kind, text === "" ? null : place);
  }

  protected count(change: Event): void {
    const kilometre = Number((change.target as HTMLInputElement).value);
    const { origin } = this.draft();
    if (origin) this.changed.emit({ origin: { ...origin, kilometre } });
  }

  protected clear(kind: Kind): void {
    this.#put(kind, null);
  }

  #take({ lngLat }: MapMouseEvent): void {
    const kind = this.picked();
    this.picked.set(undefined);
    if (kind) this.#put(kind, [Number(lngLat.lng.toFixed(5)), Number(lngLat.lat.toFixed(5))]);
  }

  #put(kind: Kind, position: Position | null): void {
    const kilometre = this.draft().origin?.kilometre ?? 0;
    const origin = position && { position, kilometre };
    this.changed.emit(kind === "mouth" ? { mouth: position } : { origin });
  }

  #middle(): Position {
    const { lng, lat } = this.map()?.getCenter() ?? { lng: 4.25, lat: 51.2 };
    return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
  }
}
