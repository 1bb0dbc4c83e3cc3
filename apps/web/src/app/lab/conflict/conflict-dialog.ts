import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Overtaken } from "./editing.ts";

/** The dialog for a write that somebody overtook: both versions, field by field, and the choice. */
@Component({
  selector: "zpr-conflict-dialog",
  imports: [IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./conflict-dialog.html",
  styleUrl: "./conflict-dialog.css",
})
export class ConflictDialog {
  /** The dialog is open when it is overtaken. */
  readonly editing = input.required<Overtaken>();
}
