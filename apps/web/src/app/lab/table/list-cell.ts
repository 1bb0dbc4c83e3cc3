import { Directive, inject, input, TemplateRef } from "@angular/core";

interface CellContext<Row> {
  readonly $implicit: Row;
}

/** How a page shows a column of its list: `<ng-template zprCell="code" [zprCellOf]="rows()" let-row>`. */
@Directive({ selector: "ng-template[zprCell]" })
export class ListCell<Row> {
  readonly zprCell = input.required<string>();
  /** The rows of the list: they say what a row is. */
  readonly zprCellOf = input.required<readonly Row[]>();
  readonly template = inject<TemplateRef<CellContext<Row>>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _cell: ListCell<Row>,
    _context: unknown,
  ): _context is CellContext<Row> {
    return true;
  }
}
