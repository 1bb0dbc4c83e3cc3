import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { countText } from "../figures.ts";
import type { ItemType } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { List } from "../table/list.ts";
import { ListCell } from "../table/list-cell.ts";
import type { ListColumn } from "../table/list-column.ts";
import { ItemsTabs } from "./items-tabs.ts";
import { TypeEdit } from "./type-edit.ts";
import { BUOYANCIES, TYPE_NUMBERS } from "./type-wish.ts";

interface TypeRow extends ItemType {
  readonly items: number;
}

/** `/lab/item-types`: the kinds of objects of a study, with how many items there are of each. */
@Component({
  selector: "zpr-types-page",
  imports: [ItemsTabs, List, ListCell, TranslocoPipe, TypeEdit],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./types-page.html",
})
export class TypesPage {
  readonly #locale = inject(PageLocale).current;
  readonly #transloco = inject(TranslocoService);
  protected readonly data = inject(StudyData);
  protected readonly mayEdit = this.data.mayEdit;
  protected readonly usual = { key: "name", down: false };
  protected readonly edited = signal<ItemType | "new" | undefined>(undefined);

  protected readonly rows = computed((): readonly TypeRow[] => {
    const items = Map.groupBy(this.data.items(), ({ itemTypeId }) => itemTypeId);
    return this.data
      .itemTypes()
      .map((type) => ({ ...type, items: items.get(type.id)?.length ?? 0 }));
  });
  protected readonly columns = computed((): readonly ListColumn<TypeRow>[] => {
    const locale = this.#locale();
    const buoyancyText = ({ buoyancy }: TypeRow) =>
      BUOYANCIES.some((one) => one === buoyancy)
        ? this.#transloco.translate(`lab.types.buoyancies.${buoyancy}`)
        : buoyancy || "–";
    const textOf = (key: "material" | "jCode") => (type: TypeRow) => type[key] || "–";
    return [
      { key: "name", label: "lab.types.name", value: ({ name }) => name },
      {
        key: "material",
        label: "lab.types.material",
        value: ({ material }) => material,
        text: textOf("material"),
      },
      ...TYPE_NUMBERS.map((key) => ({
        key,
        label: `lab.types.${key}`,
        value: (type: TypeRow) => type[key],
        text: (type: TypeRow) => (type[key] === null ? "–" : countText(type[key], locale)),
        isNumber: true,
      })),
      {
        key: "buoyancy",
        label: "lab.types.buoyancy",
        value: ({ buoyancy }) => buoyancy,
        text: buoyancyText,
      },
      {
        key: "jCode",
        label: "lab.types.jShort",
        value: ({ jCode }) => jCode,
        text: textOf("jCode"),
      },
      {
        key: "items",
        label: "lab.items.title",
        value: ({ items }) => items,
        text: ({ items }) => countText(items, locale),
        isNumber: true,
        fromLargest: true,
      },
    ];
  });
  protected readonly keyOf = ({ id }: TypeRow) => id;
  protected readonly texts = ({ name, material, jCode }: TypeRow) => [name, material, jCode];

  constructor() {
    usePageTitle("lab.types.title");
  }
}
