import { ChangeDetectionStrategy, Component, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { agoText } from "../time/ago.ts";
import { Clock } from "../time/clock.ts";
import type { GroupInView, ThingInView } from "./in-view.ts";
import type { MapChoice } from "./map-choice.ts";
import { MapMark } from "./map-mark.ts";

/** More lines than this nobody reads: a closer look at the map shortens the list. */
const MOST_LINES = 60;

/** What is in view of the map, as a list: for readers who do not see the map, and to find things. */
@Component({
  selector: "zpr-map-list",
  imports: [MapMark, PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-list.html",
  styleUrl: "./map-list.css",
})
export class MapList {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly groups = input.required<readonly GroupInView[]>();
  readonly chosen = input<MapChoice>();
  readonly choose = output<MapChoice>();

  protected shown({ things }: GroupInView): readonly ThingInView[] {
    return things.slice(0, MOST_LINES);
  }

  protected isChosen({ choice }: ThingInView): boolean {
    const chosen = this.chosen();
    return choice.kind === chosen?.kind && choice.id === chosen.id;
  }

  protected ago(time: string): string {
    return agoText((this.#now() - Date.parse(time)) / 1000, this.#locale());
  }
}
