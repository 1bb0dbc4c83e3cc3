import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  signal,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText } from "../../kit/measures.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import type { Item } from "../lab-api.ts";
import { releaseTitle } from "../releases/release-title.ts";
import { StudyData } from "../study-data.ts";
import { List } from "../table/list.ts";
import { ListCell } from "../table/list-cell.ts";
import { Moment } from "../time/moment.ts";
import { TimeZone } from "../time/time-zone.ts";
import { GenerateItems } from "./generate-items.ts";
import { ItemActs } from "./item-acts.ts";
import { ItemBulk } from "./item-bulk.ts";
import { ItemEdit } from "./item-edit.ts";
import { itemFilters } from "./item-filters.ts";
import { type ItemRow, itemColumns, withNames } from "./item-rows.ts";
import { ItemsTabs } from "./items-tabs.ts";
import { StatusMark } from "./status-mark.ts";

/** `/lab/items`: every tagged object and what is known of it. */
@Component({
  selector: "zpr-items-page",
  imports: [
    GenerateItems,
    ItemBulk,
    ItemEdit,
    ItemsTabs,
    List,
    ListCell,
    Moment,
    PluralPipe,
    RouterLink,
    StatusMark,
    TranslocoPipe,
  ],
  providers: [ItemActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./items-page.html",
})
export class ItemsPage {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly #transloco = inject(TranslocoService);
  protected readonly data = inject(StudyData);
  protected readonly mayEdit = this.data.mayEdit;
  protected readonly usual = { key: "last", down: true };

  protected readonly rows = computed(() =>
    withNames(this.data.items(), this.data.itemTypes(), this.data.releases()),
  );
  protected readonly columns = computed(() => {
    const locale = this.#locale();
    return itemColumns({
      distance: (metres) => distanceText(metres, locale),
      count: (count) => countText(count, locale),
    });
  });
  protected readonly filters = computed(() => {
    const locale = this.#locale();
    return itemFilters({
      types: this.data.itemTypes(),
      releases: this.data.releases().map((release) => ({
        release,
        title: releaseTitle(release, locale, this.#inUtc()),
      })),
      say: (key) => this.#transloco.translate(key),
    });
  });

  /** Another study, nothing chosen. */
  protected readonly chosen = linkedSignal<number | undefined, ReadonlySet<string | number>>({
    source: () => this.data.study()?.id,
    computation: () => new Set(),
  });
  protected readonly chosenItems = computed(() =>
    this.data.items().filter(({ id }) => this.chosen().has(id)),
  );
  protected readonly edited = signal<Item | undefined>(undefined);
  protected readonly generating = signal(false);

  protected readonly keyOf = ({ item }: ItemRow) => item.id;
  protected readonly nameOf = ({ item }: ItemRow) => item.code;
  protected readonly texts = ({ item, type, place }: ItemRow) => [
    item.code,
    item.name,
    type,
    place,
    item.note,
  ];

  constructor() {
    usePageTitle("lab.items.title");
  }

  /** What was just made is chosen, so that its labels are one tap away. */
  protected made(ids: ReadonlySet<number>): void {
    this.generating.set(false);
    this.chosen.set(ids);
  }

  protected clear(): void {
    this.chosen.set(new Set());
  }
}
