import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import type { ClickedFeature } from "../../kit/map-canvas.ts";
import { codeText, distanceText, timeText } from "../../kit/measures.ts";
import { Sign } from "../../kit/sign.ts";
import { StudyData } from "../study-data.ts";

interface Row {
  readonly label: string;
  readonly value: string;
}

interface Shown {
  readonly title: string;
  readonly code: string | null;
  readonly rows: readonly Row[];
}

/** What is known of the thing somebody clicked on; it follows what comes in. */
@Component({
  selector: "zpr-map-details",
  imports: [RouterLink, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-details.html",
  styleUrl: "./map-details.css",
})
export class MapDetails {
  readonly clicked = input.required<ClickedFeature>();
  readonly closed = output<void>();

  readonly #data = inject(StudyData);
  readonly #locale = inject(PageLocale).current;
  protected readonly codeText = codeText;

  protected readonly shown = computed((): Shown | undefined => {
    const { kind, properties } = this.clicked();
    if (kind === "tracker") return this.#tracker(Number(properties["id"]));
    if (kind === "item" || kind === "track") return this.#item(String(properties["code"]));
    if (kind === "sighting") return this.#sighting(String(properties["id"]));
    return kind === "release" ? this.#release(Number(properties["id"])) : undefined;
  });

  #tracker(id: number): Shown | undefined {
    const tracker = this.#data.trackers().find((one) => one.id === id);
    if (!tracker) return undefined;
    const { lastFix, lastHeardAt, itemCode } = tracker;
    const volts = lastFix?.batteryVolts;
    return {
      title: tracker.name,
      code: itemCode,
      rows: [
        ...(lastHeardAt ? [{ label: "lastHeard", value: this.#time(lastHeardAt) }] : []),
        ...(lastFix ? [{ label: "lastFix", value: this.#time(lastFix.time) }] : []),
        ...(typeof volts === "number" ? [{ label: "battery", value: this.#volts(volts) }] : []),
        { label: "fixes", value: new Intl.NumberFormat(this.#locale()).format(tracker.fixCount) },
      ],
    };
  }

  #item(code: string): Shown | undefined {
    const item = this.#data.items().find((one) => one.code === code);
    if (!item) return undefined;
    const locale = this.#locale();
    return {
      title: codeText(code),
      code,
      rows: [
        ...(item.lastAt ? [{ label: "lastSeen", value: this.#time(item.lastAt) }] : []),
        { label: "travelled", value: distanceText(item.travelledMetres, locale) },
        { label: "net", value: distanceText(item.netMetres, locale) },
        { label: "sightings", value: String(item.sightingCount) },
      ],
    };
  }

  #sighting(id: string): Shown | undefined {
    const sighting = this.#data.sightings().find((one) => one.id === id);
    if (!sighting) return undefined;
    return {
      title: codeText(sighting.itemCode),
      code: sighting.itemCode,
      rows: [
        { label: "seen", value: this.#time(sighting.seenAt) },
        ...(sighting.note ? [{ label: "note", value: sighting.note }] : []),
      ],
    };
  }

  #release(id: number): Shown | undefined {
    const release = this.#data.releases().find((one) => one.id === id);
    if (!release) return undefined;
    return {
      title: release.place,
      code: null,
      rows: [
        { label: "released", value: this.#time(release.releasedAt) },
        { label: "items", value: String(release.itemCodes.length) },
      ],
    };
  }

  #time(instant: string): string {
    return timeText(instant, this.#locale());
  }

  #volts(volts: number): string {
    // Intl knows no volts; the unit is written the same in all our languages.
    return `${new Intl.NumberFormat(this.#locale(), { maximumFractionDigits: 2 }).format(volts)}\u2009V`;
  }
}
