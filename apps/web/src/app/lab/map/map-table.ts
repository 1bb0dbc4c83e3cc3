import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { type Sort, sorted } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.ts";
import { agoText } from "../time/ago.ts";
import { Clock } from "../time/clock.ts";
import type { GroupInView, ThingInView } from "./in-view.ts";
import { listCsv } from "./list-csv.ts";
import type { MapChoice } from "./map-choice.ts";
import { MapMark } from "./map-mark.ts";

/** More rows than this nobody reads: a closer look at the map shortens the table. The file has all. */
const MOST_ROWS = 200;

type Column = "kind" | "title" | "code" | "time";

/** What is in view of the map, as a table: for readers who do not see the map, and to find things. */
@Component({
  selector: "zpr-map-table",
  imports: [MapMark, PluralPipe, SortHead, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./map-table.html",
  styleUrl: "./map-table.css",
})
export class MapTable {
  readonly #locale = inject(PageLocale).current;
  readonly #now = inject(Clock).now;
  readonly groups = input.required<readonly GroupInView[]>();
  readonly chosen = input<MapChoice>();
  readonly choose = output<MapChoice>();

  protected readonly columns = ["kind", "title", "code", "time"] as const;
  /** As they come: by kind, in each the newest first. */
  protected readonly sort = signal<Sort<Column>>({ key: "kind", down: false });
  protected readonly rows = computed(() => {
    const groups = this.groups();
    const kinds = groups.map(({ kind }) => kind);
    const value = ({ choice, title, code, time }: ThingInView, key: Column) => {
      if (key === "kind") return kinds.indexOf(choice.kind);
      return { title, code, time }[key];
    };
    const things = groups.flatMap((group) => group.things);
    return sorted(things, this.sort(), { value, locale: this.#locale() });
  });
  protected readonly shown = computed(() => this.rows().slice(0, MOST_ROWS));

  protected isChosen({ choice }: ThingInView): boolean {
    const chosen = this.chosen();
    return choice.kind === chosen?.kind && choice.id === chosen.id;
  }

  protected ago(time: string): string {
    return agoText((this.#now() - Date.parse(time)) / 1000, this.#locale());
  }

  /** Saves all rows in the order they have now. */
  protected save(): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([listCsv(this.rows())], { type: "text/csv" }));
    link.download = "map.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
