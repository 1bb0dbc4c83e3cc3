import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import { ItemsTabs } from "../items/items-tabs.ts";
import type { Release } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { List } from "../table/list.ts";
import { ListCell } from "../table/list-cell.ts";
import type { ListColumn } from "../table/list-column.ts";
import { Moment } from "../time/moment.ts";

/** `/lab/releases`: where and when items went into the water. */
@Component({
  selector: "zpr-releases-page",
  imports: [ItemsTabs, List, ListCell, Moment, PluralPipe, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./releases-page.html",
})
export class ReleasesPage {
  readonly #locale = inject(PageLocale).current;
  protected readonly data = inject(StudyData);
  protected readonly usual = { key: "releasedAt", down: true };
  protected readonly keyOf = ({ id }: Release) => id;
  protected readonly texts = ({ place, note }: Release) => [place, note];

  protected readonly columns = computed((): readonly ListColumn<Release>[] => {
    const locale = this.#locale();
    return [
      { key: "place", label: "lab.releases.place", value: ({ place }) => place },
      {
        key: "releasedAt",
        label: "lab.releases.releasedAt",
        value: ({ releasedAt }) => Date.parse(releasedAt),
        csv: ({ releasedAt }) => releasedAt,
        fromLargest: true,
      },
      {
        key: "endedAt",
        label: "lab.releases.endedAt",
        value: ({ endedAt }) => (endedAt === null ? null : Date.parse(endedAt)),
        csv: ({ endedAt }) => endedAt,
        fromLargest: true,
      },
      {
        key: "items",
        label: "lab.items.title",
        value: ({ itemCodes }) => itemCodes.length,
        text: ({ itemCodes }) => countText(itemCodes.length, locale),
        isNumber: true,
        fromLargest: true,
      },
      {
        key: "photos",
        label: "lab.releases.photos",
        value: ({ photos }) => photos.length,
        text: ({ photos }) => countText(photos.length, locale),
        isNumber: true,
        fromLargest: true,
      },
      { key: "note", label: "lab.items.column.note", value: ({ note }) => note },
      {
        key: "longitude",
        label: "lab.releases.position",
        value: ({ position }) => position[0],
        isHidden: true,
      },
      {
        key: "latitude",
        label: "lab.releases.position",
        value: ({ position }) => position[1],
        isHidden: true,
      },
    ];
  });

  constructor() {
    usePageTitle("lab.releases.title");
  }
}
