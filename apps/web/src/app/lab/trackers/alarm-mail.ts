import { ChangeDetectionStrategy, Component, effect, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { readAlarmMail, wantAlarmMail } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";

/** Whether the reader gets mails about alarms of the study; not shown to those who get none anyhow. */
@Component({
  selector: "zpr-alarm-mail",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (wanted() !== undefined) {
      <label class="l-check">
        <input type="checkbox" [checked]="wanted()" (change)="choose($event)" />
        {{ "lab.trackers.alarmMail" | transloco }}
      </label>
    }
  `,
})
export class AlarmMail {
  readonly #data = inject(StudyData);
  protected readonly wanted = signal<boolean | undefined>(undefined);

  constructor() {
    effect(() => {
      const study = this.#data.study();
      this.wanted.set(undefined);
      if (study && study.role !== "viewer") void this.#read(study.id);
    });
  }

  async #read(studyId: number): Promise<void> {
    const wanted = await readAlarmMail(studyId).catch(() => undefined);
    if (studyId === this.#data.study()?.id) this.wanted.set(wanted);
  }

  protected async choose({ target }: Event): Promise<void> {
    const box = target as HTMLInputElement;
    const study = this.#data.study();
    if (!study) return;
    try {
      this.wanted.set(await wantAlarmMail(study.id, box.checked));
    } catch {
      // What was not kept must not look as if it were.
      box.checked = this.wanted() ?? false;
    }
  }
}
