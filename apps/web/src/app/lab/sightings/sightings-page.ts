import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import { StudyData } from "../study-data.ts";
import { matches } from "../table/sort.ts";
import { Moment } from "../time/moment.ts";
import { SightingFacts } from "./sighting-facts.ts";

const AT_ONCE = 60;
const NEWEST = 1000;

/** `/lab/sightings`: what finders report, the newest first. */
@Component({
  selector: "zpr-sightings-page",
  imports: [Moment, PluralPipe, RouterLink, SightingFacts, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./sightings-page.css",
  templateUrl: "./sightings-page.html",
})
export class SightingsPage {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);

  protected readonly text = signal("");
  protected readonly withPhotos = signal(false);
  readonly #most = signal(AT_ONCE);

  protected readonly found = computed(() =>
    this.data
      .sightings()
      .filter(
        ({ itemCode, note, photos }) =>
          matches(this.text(), [itemCode, note]) && (!this.withPhotos() || photos.length > 0),
      ),
  );
  protected readonly rows = computed(() => this.found().slice(0, this.#most()));
  /** How many are shown at most, when there may be older ones that are not. */
  protected readonly newest = computed(() =>
    this.data.sightings().length >= NEWEST ? countText(NEWEST, this.#locale()) : undefined,
  );

  constructor() {
    usePageTitle("lab.sightings.title");
  }

  protected find({ target }: Event): void {
    this.text.set((target as HTMLInputElement).value);
  }

  protected choosePhotos({ target }: Event): void {
    this.withPhotos.set((target as HTMLInputElement).checked);
  }

  protected more(): void {
    this.#most.update((most) => most + AT_ONCE);
  }
}
