import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { IonIcon } from "@ionic/angular/ion-icon";
import { TranslocoPipe } from "@jsverse/transloco";
import { alertCircle, checkmarkCircle, helpCircle } from "ionicons/icons";
import { PageLocale } from "../../kit/locale.ts";
import { codeText, percentText } from "../../kit/measures.ts";
import { countText, voltsText } from "../figures.ts";
import { StudyData } from "../study-data.ts";
import { type BoardRow, boardRows, type Pulse } from "./board-rows.ts";
import { durationText } from "./duration-text.ts";
import { ReleaseDay } from "./release-day.ts";
import { Ticking } from "./ticking.ts";

const ICONS: Readonly<Record<Pulse, string>> = {
  alive: checkmarkCircle,
  silent: alertCircle,
  never: helpCircle,
};

/** Is each tracker alive? A row a tracker, readable at arm's length. */
@Component({
  selector: "zpr-board",
  imports: [IonIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./board.html",
  styleUrl: "./board.css",
})
export class Board {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Ticking).now;
  readonly #day = inject(ReleaseDay);
  protected readonly data = inject(StudyData);
  protected readonly icons = ICONS;
  protected readonly wanted = signal<"mine" | "all">("mine");

  readonly #all = computed(() => {
    const items = this.#day.itemOfTracker();
    return boardRows(this.data.trackers(), { now: this.#now(), itemOf: (id) => items.get(id) });
  });
  readonly #mine = computed(() => {
    const items = this.#day.itemOfTracker();
    return this.#all().filter(({ id }) => items.has(id));
  });
  protected readonly hasMine = computed(() => this.#mine().length > 0);
  protected readonly rows = computed(() =>
    this.wanted() === "mine" && this.hasMine() ? this.#mine() : this.#all(),
  );
  protected readonly alive = computed(
    () => this.rows().filter(({ pulse }) => pulse === "alive").length,
  );

  protected ago({ silentSeconds }: BoardRow): string {
    return silentSeconds === null ? "–" : durationText(silentSeconds, this.#locale());
  }

  protected interval({ intervalSeconds }: BoardRow): string {
    return intervalSeconds === null ? "–" : durationText(intervalSeconds, this.#locale());
  }

  protected battery({ batteryPercent, batteryVolts }: BoardRow): string {
    if (batteryPercent !== null) return percentText(batteryPercent / 100, this.#locale());
    return batteryVolts === null ? "–" : voltsText(batteryVolts, this.#locale());
  }

  protected count(count: number): string {
    return countText(count, this.#locale());
  }

  protected code(code: string): string {
    return codeText(code);
  }
}
