import { ChangeDetectionStrategy, Component, inject, input, output } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
import type { Release } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { forField, RELEASE_FIELDS, releaseIn } from "./release-wish.ts";
import { changeRelease, type ReleaseWish } from "./releases-api.ts";

/** The dialog that edits a release: place, position, times, note. */
@Component({
  selector: "zpr-release-edit",
  imports: [ConflictDialog, IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "../items/type-edit.css",
  templateUrl: "./release-edit.html",
})
export class ReleaseEdit {
  readonly #data = inject(StudyData);
  /** The dialog is open when there is one. */
  readonly release = input<Release>();
  readonly closed = output();
  protected readonly forField = forField;

  protected readonly editing = new Editing({
    rows: (mine: ReleaseWish, theirs: Release) => conflictRows(RELEASE_FIELDS, mine, theirs),
    write: changeRelease,
    written: () => this.#done(),
    theirsTaken: () => this.#done(),
    faultOf: takenOrFailed,
  });

  protected save(submit: Event, seen: Release): Promise<boolean> {
    submit.preventDefault();
    return this.editing.save(seen, releaseIn(new FormData(submit.target as HTMLFormElement)));
  }

  #done(): void {
    void this.#data.reload();
    this.closed.emit();
  }
}
