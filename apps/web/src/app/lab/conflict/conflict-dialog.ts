import { ChangeDetectionStrategy, Component, input, output } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ConflictRow } from "./conflict-rows.ts";

/** The dialog for a write that somebody overtook: both versions, field by field, and the choice. */
@Component({
  selector: "zpr-conflict-dialog",
  imports: [IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./conflict-dialog.html",
  styleUrl: "./conflict-dialog.css",
})
export class ConflictDialog {
  /** The dialog is open when there are some. */
  readonly rows = input<readonly ConflictRow[]>();
  /** Write mine on top of theirs. */
  readonly keepMine = output();
  readonly takeTheirs = output();
}
