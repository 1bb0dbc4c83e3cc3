import { ChangeDetectionStrategy, Component, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { TimeZone } from "../time/time-zone.ts";

/** Whether times are shown in UTC. */
@Component({
  selector: "zpr-utc-switch",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="l-check">
      <input type="checkbox" [checked]="zone.inUtc()" (change)="choose($event)" />
      {{ "lab.frame.utc" | transloco }}
    </label>
  `,
})
export class UtcSwitch {
  protected readonly zone = inject(TimeZone);

  protected choose({ target }: Event): void {
    this.zone.choose((target as HTMLInputElement).checked);
  }
}
