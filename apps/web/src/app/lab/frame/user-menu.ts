import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { IonPopover } from "@ionic/angular/ion-popover";
import { TranslocoPipe } from "@jsverse/transloco";
import { LocalePicker } from "../../kit/locale-picker.ts";
import { Researcher } from "../researcher.ts";
import { StudyData } from "../study-data.ts";
import { forgetData } from "./forget-data.ts";
import { Screen } from "./screen.ts";
import { UtcSwitch } from "./utc-switch.ts";

/** Who is signed in, and the way out. */
@Component({
  selector: "zpr-user-menu",
  imports: [IonPopover, LocalePicker, TranslocoPipe, UtcSwitch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button id="lab-user" type="button" class="l-user" aria-haspopup="dialog">
      {{ initials() }}
      <span class="visually-hidden">{{ "lab.frame.user" | transloco: { name: name() } }}</span>
    </button>
    <ion-popover
      role="dialog"
      trigger="lab-user"
      alignment="end"
      [attr.aria-label]="'lab.frame.user' | transloco: { name: name() }"
    >
      <ng-template>
        <div class="l-user-menu">
          <p>
            <strong>{{ name() }}</strong>
            @if (user()?.email; as email) {
              <span class="z-soft">{{ email }}</span>
            }
            @if (study(); as study) {
              <span class="z-soft">{{ "lab.role." + study.role | transloco }}</span>
            }
          </p>
          @if (!screen.wide()) {
            <zpr-utc-switch />
            <zpr-locale-picker />
          }
          <a href="/">{{ "lab.frame.finders" | transloco }}</a>
          <a href="/api/docs">{{ "lab.frame.api" | transloco }}</a>
          <form method="post" action="/auth/logout" (submit)="leave($event)">
            <button class="z-button" type="submit">{{ "lab.frame.signOut" | transloco }}</button>
          </form>
        </div>
      </ng-template>
    </ion-popover>
  `,
})
export class UserMenu {
  protected readonly screen = inject(Screen);
  protected readonly user = inject(Researcher).user;
  protected readonly study = inject(StudyData).study;
  protected readonly name = computed(() => this.user()?.name ?? "");
  protected readonly initials = computed(() =>
    this.name()
      .split(/[\s@._-]+/)
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join(""),
  );

  /** Nothing of a study stays on a phone whose owner has left. */
  protected async leave(submit: Event): Promise<void> {
    submit.preventDefault();
    await forgetData().catch(() => undefined);
    (submit.target as HTMLFormElement).submit();
  }
}
