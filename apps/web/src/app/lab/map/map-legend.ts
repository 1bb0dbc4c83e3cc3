import { ChangeDetectionStrategy, Component, inject, input, output, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { MapKind } from "../../kit/map-layers.ts";
import { Screen } from "../frame/screen.ts";
import { MapMark } from "./map-mark.ts";

const LAYERS: readonly MapKind[] = [
  "tracker",
  "item",
  "track",
  "sighting",
  "stranding",
  "release",
  "fix",
  "density",
];

/** What the map shows, and the switches for it. */
@Component({
  selector: "zpr-map-legend",
  imports: [MapMark, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-legend.html",
  styleUrl: "./map-legend.css",
})
export class MapLegend {
  readonly hidden = input.required<ReadonlySet<MapKind>>();
  /** How many there are of each kind; kinds that come in tiles are not counted. */
  readonly counts = input.required<Readonly<Partial<Record<MapKind, string>>>>();
  readonly toggle = output<MapKind>();
  protected readonly layers = LAYERS;
  protected readonly open = signal(inject(Screen).wide());
}
