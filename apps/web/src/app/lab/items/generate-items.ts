import { ChangeDetectionStrategy, Component, inject, input, output, signal } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { StudyData } from "../study-data.ts";
import { generateItems } from "./items-api.ts";

/** The dialog that makes new codes: how many, and of which type. */
@Component({
  selector: "zpr-generate-items",
  imports: [IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./generate-items.html",
})
export class GenerateItems {
  protected readonly data = inject(StudyData);
  readonly open = input(false);
  readonly closed = output();
  /** Ids of the items that are there now. */
  readonly made = output<ReadonlySet<number>>();
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected async generate(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const studyId = this.data.study()?.id;
    if (studyId === undefined) return;
    this.busy.set(true);
    this.failed.set(false);
    try {
      const items = await generateItems({
        studyId,
        itemTypeId: Number(form.get("itemTypeId")),
        count: Number(form.get("count")),
      });
      await this.data.reload();
      this.made.emit(new Set(items.map(({ id }) => id)));
    } catch {
      this.failed.set(true);
    }
    this.busy.set(false);
  }
}
