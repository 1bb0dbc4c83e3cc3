import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { DENSITY_RAMP } from "../../kit/map-layers.ts";
import { STRANDING_COLOUR, STRANDING_SIZES } from "../../kit/map-strandings.ts";
import { StudyData } from "../study-data.ts";
import { COLOURINGS, type Colouring } from "./map-address.ts";
import { MapTide } from "./map-tide.ts";
import { FASTEST, FLOW_COLOURS, groupColours, rampColours, tideColours } from "./track-colours.ts";

/** What colours mean, and the choice of what they are to mean. */
@Component({
  selector: "zpr-map-colours",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-colours.html",
  styleUrl: "./map-colours.css",
})
export class MapColours {
  readonly #dark = matchMedia("(prefers-color-scheme: dark)").matches;
  protected readonly releases = inject(StudyData).releases;
  readonly colouring = input.required<Colouring>();
  readonly pair = input<readonly [number, number]>();
  readonly groups = input.required<readonly string[]>();
  readonly density = input(false);
  readonly strandings = input(false);
  readonly colouringChange = output<Colouring>();
  readonly pairChange = output<readonly [number, number] | undefined>();

  protected readonly colourings = COLOURINGS;
  protected readonly fastest = FASTEST;
  protected readonly ramp = gradient(rampColours(this.#dark));
  protected readonly densityRamp = gradient(DENSITY_RAMP[this.#dark ? "night" : "day"]);
  protected readonly tideRamp = gradient(tideColours(this.#dark));
  protected readonly flow = Object.entries(FLOW_COLOURS);
  protected readonly tide = inject(MapTide);
  protected readonly sizes = STRANDING_SIZES;
  protected readonly strandingColour = STRANDING_COLOUR[this.#dark ? "night" : "day"];
  protected readonly names = computed(() => groupColours(this.groups()));
  protected readonly isGrouped = computed(
    () => this.pair() !== undefined || ["type", "release"].includes(this.colouring()),
  );

  protected colour(event: Event): void {
    const wanted = COLOURINGS.find((one) => one === choiceIn(event));
    if (wanted) this.colouringChange.emit(wanted);
  }

  protected compare(place: 0 | 1, event: Event): void {
    const id = Number(choiceIn(event));
    const others = this.releases().filter((one) => one.id !== id);
    const other = this.pair()?.[1 - place];
    const partner = other !== undefined && other !== id ? other : others[0]?.id;
    if (id === 0 || partner === undefined) this.pairChange.emit(undefined);
    else this.pairChange.emit(place === 0 ? [id, partner] : [partner, id]);
  }
}

function choiceIn({ target }: Event): string {
  return (target as HTMLSelectElement).value;
}

function gradient(colours: readonly string[]): string {
  return `linear-gradient(to right, ${colours.join(", ")})`;
}
