import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { IonIcon } from "@ionic/angular/ion-icon";
import { TranslocoPipe } from "@jsverse/transloco";
import { alertCircleOutline, checkmarkCircle, ellipseOutline, timeOutline } from "ionicons/icons";
import type { TrackerHealth } from "./tracker-health.ts";

const ICONS: Readonly<Record<TrackerHealth, string>> = {
  alive: checkmarkCircle,
  late: timeOutline,
  silent: alertCircleOutline,
  never: ellipseOutline,
};

/** A tracker's health, as a sign and a word. */
@Component({
  selector: "zpr-health-mark",
  imports: [IonIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span [class]="'l-state l-' + health()">
      <ion-icon [icon]="icons[health()]" aria-hidden="true" />
      {{ "lab.health." + health() | transloco }}
    </span>
  `,
})
export class HealthMark {
  readonly health = input.required<TrackerHealth>();
  protected readonly icons = ICONS;
}
