import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { IonIcon } from "@ionic/angular/ion-icon";
import { TranslocoPipe } from "@jsverse/transloco";
import { cubeOutline, helpCircleOutline, homeOutline, waterOutline } from "ionicons/icons";
import type { ItemStatus } from "./item-rows.ts";

const ICONS: Readonly<Record<ItemStatus, string>> = {
  released: waterOutline,
  "not-released": cubeOutline,
  lost: helpCircleOutline,
  retrieved: homeOutline,
};

/** What has become of an item, as a sign and words. */
@Component({
  selector: "zpr-status-mark",
  imports: [IonIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span [class]="'l-state l-' + status()">
      <ion-icon [icon]="icons[status()]" aria-hidden="true" />
      {{ "lab.status." + status() | transloco }}
    </span>
  `,
})
export class StatusMark {
  readonly status = input.required<ItemStatus>();
  protected readonly icons = ICONS;
}
