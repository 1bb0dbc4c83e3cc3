import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import { StudyData } from "../study-data.ts";
import type { Sort } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.ts";
import { Moment } from "../time/moment.ts";
import {
  ITEM_COLUMNS,
  ITEM_STATUSES,
  type ItemColumn,
  type ItemStatus,
  shownRows,
  withNames,
} from "./item-rows.ts";
import { StatusMark } from "./status-mark.ts";

const AT_ONCE = 200;
const FROM_THE_LARGEST: ReadonlySet<ItemColumn> = new Set([
  "last",
  "travelled",
  "net",
  "sightings",
]);

/** `/lab/items`: every tagged object and what is known of it. */
@Component({
  selector: "zpr-items-page",
  imports: [Moment, PluralPipe, RouterLink, SortHead, StatusMark, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./items-page.html",
})
export class ItemsPage {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);
  protected readonly screen = inject(Screen);
  protected readonly columns = ITEM_COLUMNS;
  protected readonly statuses = ITEM_STATUSES;
  protected readonly numbers: ReadonlySet<ItemColumn> = new Set(["travelled", "net", "sightings"]);

  protected readonly text = signal("");
  protected readonly status = signal<ItemStatus | "">("");
  protected readonly sort = signal<Sort<ItemColumn>>({ key: "last", down: true });
  readonly #most = signal(AT_ONCE);

  readonly #all = computed(() =>
    withNames(this.data.items(), this.data.itemTypes(), this.data.releases()),
  );
  protected readonly found = computed(() =>
    shownRows(this.#all(), {
      text: this.text(),
      status: this.status(),
      sort: this.sort(),
      locale: this.#locale(),
    }),
  );
  protected readonly rows = computed(() => this.found().slice(0, this.#most()));

  constructor() {
    usePageTitle("lab.items.title");
  }

  protected find({ target }: Event): void {
    this.text.set((target as HTMLInputElement).value);
  }

  protected chooseStatus({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.status.set(this.statuses.find((status) => status === value) ?? "");
  }

  protected chooseSort({ target }: Event): void {
    const key = this.columns.find((column) => column === (target as HTMLSelectElement).value);
    if (key) this.sort.set({ key, down: FROM_THE_LARGEST.has(key) });
  }

  protected more(): void {
    this.#most.update((most) => most + AT_ONCE);
  }

  protected distance(metres: number): string {
    return distanceText(metres, this.#locale());
  }

  protected count(count: number): string {
    return countText(count, this.#locale());
  }
}
