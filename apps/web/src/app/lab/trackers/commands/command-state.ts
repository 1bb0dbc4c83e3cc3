import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { IonIcon } from "@ionic/angular/ion-icon";
import { TranslocoPipe } from "@jsverse/transloco";
import {
  alertCircleOutline,
  checkmarkCircle,
  closeCircleOutline,
  hourglassOutline,
  paperPlaneOutline,
  timeOutline,
} from "ionicons/icons";
import type { CommandStatus } from "../trackers-api.ts";

const ICONS: Readonly<Record<CommandStatus, string>> = {
  queued: hourglassOutline,
  sent: paperPlaneOutline,
  acknowledged: checkmarkCircle,
  failed: alertCircleOutline,
  expired: timeOutline,
  cancelled: closeCircleOutline,
};

/** How far an instruction has come, as a sign and a word. */
@Component({
  selector: "zpr-command-state",
  imports: [IonIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .acknowledged {
      color: var(--zpr-good-text);
    }

    .failed,
    .expired {
      color: var(--zpr-warn-text);
    }
  `,
  template: `
    <span [class]="'l-state ' + status()">
      <ion-icon [icon]="icons[status()]" aria-hidden="true" />
      {{ "lab.command.status." + status() | transloco }}
    </span>
  `,
})
export class CommandState {
  readonly status = input.required<CommandStatus>();
  protected readonly icons = ICONS;
}
