import { ChangeDetectionStrategy, Component, inject, input, output } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { type ConflictField, conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
import type { Item } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { changeItem, type ItemWish } from "./items-api.ts";

/** The dialog that edits an item: its name, type and note. */
@Component({
  selector: "zpr-item-edit",
  imports: [ConflictDialog, IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./item-edit.html",
})
export class ItemEdit {
  protected readonly data = inject(StudyData);
  /** The dialog is open when there is one. */
  readonly item = input<Item>();
  readonly closed = output();

  readonly #fields: readonly ConflictField<ItemWish>[] = [
    { label: "lab.items.edit.name", text: ({ name }) => name },
    { label: "lab.items.column.type", text: ({ itemTypeId }) => this.#typeName(itemTypeId) },
    { label: "lab.items.edit.note", text: ({ note }) => note },
  ];
  protected readonly editing = new Editing({
    rows: (mine: ItemWish, theirs: Item) => conflictRows(this.#fields, mine, theirs),
    write: changeItem,
    written: () => this.#done(),
    theirsTaken: () => this.#done(),
    faultOf: takenOrFailed,
  });

  protected save(submit: Event, seen: Item): Promise<boolean> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    return this.editing.save(seen, {
      name: text("name"),
      note: text("note"),
      itemTypeId: Number(text("itemTypeId")),
    });
  }

  #done(): void {
    void this.data.reload();
    this.closed.emit();
  }

  #typeName(id: number): string {
    return this.data.itemTypes().find((type) => type.id === id)?.name ?? "";
  }
}
