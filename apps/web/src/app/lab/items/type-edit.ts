import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
import type { ItemType } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { changeItemType, createItemType, type ItemTypeWish } from "./items-api.ts";
import { BUOYANCIES, TYPE_FIELDS, TYPE_NUMBERS, typeIn } from "./type-wish.ts";

/** The dialog that edits a type of items, or makes one. */
@Component({
  selector: "zpr-type-edit",
  imports: [ConflictDialog, IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./type-edit.css",
  templateUrl: "./type-edit.html",
})
export class TypeEdit {
  readonly #data = inject(StudyData);
  /** The dialog is open when there is one; `new` makes one. */
  readonly type = input<ItemType | "new">();
  readonly closed = output();
  protected readonly numbers = TYPE_NUMBERS;
  protected readonly known = computed(() => {
    const type = this.type();
    return type === "new" ? undefined : type;
  });
  /** What others said stays a choice, whatever the word. */
  protected readonly buoyancies = computed(() => {
    const said = this.known()?.buoyancy;
    return BUOYANCIES.map(String).concat(said && !isUsual(said) ? [said] : []);
  });
  protected readonly isUsual = isUsual;

  protected readonly editing = new Editing({
    rows: (mine: ItemTypeWish, theirs: ItemType) => conflictRows(TYPE_FIELDS, mine, theirs),
    write: (seen: ItemType | undefined, wish) =>
      seen ? changeItemType(seen, wish) : createItemType(this.#data.study()?.id ?? 0, wish),
    written: () => this.#done(),
    theirsTaken: () => this.#done(),
    faultOf: takenOrFailed,
  });

  protected save(submit: Event): Promise<boolean> {
    submit.preventDefault();
    return this.editing.save(this.known(), typeIn(new FormData(submit.target as HTMLFormElement)));
  }

  #done(): void {
    void this.#data.reload();
    this.closed.emit();
  }
}

function isUsual(buoyancy: string): boolean {
  return BUOYANCIES.some((one) => one === buoyancy);
}
