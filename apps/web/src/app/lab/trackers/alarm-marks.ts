import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { IonIcon } from "@ionic/angular/ion-icon";
import { TranslocoPipe } from "@jsverse/transloco";
import { notificationsOutline } from "ionicons/icons";
import type { Tracker } from "../lab-api.ts";

/** The alarms of a tracker that are not over, each as a bell and words. */
@Component({
  selector: "zpr-alarm-marks",
  imports: [IonIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--zpr-space-3);
    }
    :host:empty {
      display: none;
    }
  `,
  template: `
    @for (alarm of alarms(); track alarm.id) {
      <span class="l-state l-alarm">
        <ion-icon [icon]="bell" aria-hidden="true" />
        {{ "lab.alarm." + alarm.kind | transloco }}
      </span>
    }
  `,
})
export class AlarmMarks {
  readonly alarms = input.required<Tracker["health"]["alarms"]>();
  protected readonly bell = notificationsOutline;
}
