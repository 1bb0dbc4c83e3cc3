import { ChangeDetectionStrategy, Component, computed, input, output } from "@angular/core";
import { type Sort, turned } from "./sort.ts";

/** The head of a column by which a table can be sorted. */
@Component({
  selector: "th[zprSort]",
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { scope: "col", "[attr.aria-sort]": "order()" },
  template: `
    <button type="button" class="l-sort" (click)="sortChange.emit(next())">
      <ng-content />
      <span aria-hidden="true" class="l-sort-arrow">{{ arrow() }}</span>
    </button>
  `,
})
export class SortHead<Key extends string> {
  readonly zprSort = input.required<Key>();
  readonly sort = input.required<Sort<Key>>();
  readonly sortChange = output<Sort<Key>>();

  protected readonly next = computed(() => turned(this.sort(), this.zprSort()));
  protected readonly order = computed(() => {
    const { key, down } = this.sort();
    if (key !== this.zprSort()) return undefined;
    return down ? "descending" : "ascending";
  });
  protected readonly arrow = computed(() => {
    const order = this.order();
    if (!order) return "";
    return order === "ascending" ? "▲" : "▼";
  });
}
