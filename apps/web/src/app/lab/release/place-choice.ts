import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { Sign } from "../../kit/sign.ts";
import { placeText } from "../figures.ts";
import { StudyData } from "../study-data.ts";
import { phonePosition } from "./phone-position.ts";
import { ReleaseDay } from "./release-day.ts";

/** Where things are released: a name, and a position from the phone or from a release before. */
@Component({
  selector: "zpr-place-choice",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./place-choice.html",
})
export class PlaceChoice {
  readonly #locale = inject(PageLocale).current;
  readonly #data = inject(StudyData);
  protected readonly day = inject(ReleaseDay);
  protected readonly search = signal<"idle" | "searching" | "failed">("idle");

  /** Places of releases before, each once, the newest first. */
  protected readonly places = computed(() => [
    ...new Map(this.#data.releases().map((release) => [release.place, release])).values(),
  ]);
  protected readonly position = computed(() => {
    const position = this.day.draft()?.position;
    return position ? placeText([position[0], position[1]], this.#locale()) : undefined;
  });
  protected readonly accuracy = computed(() => {
    const metres = this.day.draft()?.accuracyMetres;
    return typeof metres === "number" ? distanceText(metres, this.#locale()) : undefined;
  });

  protected name({ target }: Event): void {
    const place = (target as HTMLInputElement).value;
    const before = this.places().find((one) => one.place === place);
    this.day.change({
      place,
      ...(before && {
        position: [before.position[0], before.position[1]] as const,
        accuracyMetres: null,
        tideLagMinutes: before.tideLagMinutes ?? 0,
      }),
    });
  }

  protected async locate(): Promise<void> {
    this.search.set("searching");
    const found = await phonePosition();
    this.search.set(found ? "idle" : "failed");
    if (found) this.day.change(found);
  }
}
