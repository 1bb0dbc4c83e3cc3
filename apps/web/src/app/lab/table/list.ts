import { NgTemplateOutlet } from "@angular/common";
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  inject,
  input,
  model,
} from "@angular/core";
import { toSignal } from "@angular/core/rxjs-interop";
import { ActivatedRoute, Router } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { Sign } from "../../kit/sign.ts";
import { countText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import { csvText } from "./csv.ts";
import { ListCell } from "./list-cell.ts";
import type { ListColumn, ListFilter } from "./list-column.ts";
import { pageOf, parseSort, sortText, wantedRows } from "./list-view.ts";
import { saveFile } from "./save-file.ts";
import type { Sort } from "./sort.ts";
import { SortHead } from "./sort-head.ts";

/**
 * A list to find things in: filters, sort, pages, CSV of what is found, several chosen. A table
 * where there is room, else cards. What is wanted stands in the address, as `NAME.sort` and so on.
 */
@Component({
  selector: "zpr-list",
  imports: [NgTemplateOutlet, Sign, SortHead, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./list.html",
  styleUrl: "./list.css",
})
export class List<Row> {
  readonly #router = inject(Router);
  readonly #asked = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  readonly #locale = inject(PageLocale).current;
  protected readonly screen = inject(Screen);

  /** Before its parts of the address, and the name of its CSV. */
  readonly name = input.required<string>();
  /** Its title for who cannot see it, in the reader's language. */
  readonly caption = input.required<string>();
  /** What can be looked for, in the reader's language; nothing when there is no search. */
  readonly find = input("");
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly ListColumn<Row>[]>();
  readonly filters = input<readonly ListFilter<Row>[]>([]);
  readonly texts = input<(row: Row) => readonly (string | null)[]>(() => []);
  readonly usual = input.required<Sort<string>>();
  /** What a row is known by. */
  readonly keyOf = input.required<(row: Row) => string | number>();
  /** How a row is called, for who chooses it; nothing can be chosen without. */
  readonly nameOf = input<(row: Row) => string>();
  readonly selected = model<ReadonlySet<string | number>>(new Set());

  protected readonly given = contentChildren<ListCell<Row>>(ListCell);
  protected readonly cells = computed(
    () => new Map(this.given().map((cell) => [cell.zprCell(), cell.template])),
  );
  protected readonly wish = computed(() => {
    const asked = this.#asked();
    const said = (key: string) => asked.get(`${this.name()}.${key}`);
    return {
      text: said("q") ?? "",
      filters: Object.fromEntries(this.filters().map(({ key }) => [key, said(key) ?? ""])),
      sort: parseSort(said("sort"), this.usual()),
      page: Number(said("page")) || 1,
    };
  });
  protected readonly shown = computed(() => this.columns().filter(({ isHidden }) => !isHidden));
  protected readonly found = computed(() =>
    wantedRows(this.rows(), this.wish(), {
      columns: this.columns(),
      filters: this.filters(),
      texts: this.texts(),
      locale: this.#locale(),
    }),
  );
  protected readonly page = computed(() => pageOf(this.found(), this.wish().page));
  protected readonly span = computed(() => {
    const { begin, rows } = this.page();
    return {
      from: this.#count(begin + 1),
      to: this.#count(begin + rows.length),
      all: this.#count(this.found().length),
    };
  });
  protected readonly allChosen = computed(
    () =>
      this.found().length > 0 &&
      this.found().every((row) => this.selected().has(this.keyOf()(row))),
  );

  protected look({ target }: Event): void {
    this.#say({ q: (target as HTMLInputElement).value || null, page: null });
  }

  protected narrow(key: string, { target }: Event): void {
    this.#say({ [key]: (target as HTMLSelectElement).value || null, page: null });
  }

  protected sortBy(sort: Sort<string>): void {
    this.#say({ sort: sortText(sort, this.usual()), page: null });
  }

  /** Another column begins as it is usually read. */
  protected chooseSort({ target }: Event): void {
    const { value: key } = target as HTMLSelectElement;
    const column = this.columns().find((one) => one.key === key);
    this.sortBy({ key, down: column?.fromLargest ?? false });
  }

  protected turn(page: number): void {
    this.#say({ page: page === 1 ? null : String(page) });
  }

  protected choose(row: Row, { target }: Event): void {
    const next = new Set(this.selected());
    if ((target as HTMLInputElement).checked) next.add(this.keyOf()(row));
    else next.delete(this.keyOf()(row));
    this.selected.set(next);
  }

  protected chooseAll({ target }: Event): void {
    const next = new Set(this.selected());
    for (const row of this.found()) {
      if ((target as HTMLInputElement).checked) next.add(this.keyOf()(row));
      else next.delete(this.keyOf()(row));
    }
    this.selected.set(next);
  }

  protected takeAway(): void {
    const columns = this.columns();
    const lines = this.found().map((row) =>
      columns.map(({ csv, value }) => (csv ? csv(row) : value(row))),
    );
    const text = csvText([columns.map(({ key }) => key), ...lines]);
    saveFile(new Blob([text], { type: "text/csv" }), `${this.name()}.csv`);
  }

  #count(count: number): string {
    return countText(count, this.#locale());
  }

  #say(parts: Readonly<Record<string, string | null>>): void {
    const queryParams = Object.fromEntries(
      Object.entries(parts).map(([key, value]) => [`${this.name()}.${key}`, value]),
    );
    void this.#router.navigate([], {
      queryParams,
      queryParamsHandling: "merge",
      replaceUrl: true,
    });
  }
}
