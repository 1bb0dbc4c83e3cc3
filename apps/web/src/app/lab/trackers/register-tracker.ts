import { ChangeDetectionStrategy, Component, inject, input, output, signal } from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { registerTracker, type Tracker } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";

/** The dialog that registers a tracker that will call. */
@Component({
  selector: "zpr-register-tracker",
  imports: [IonModal, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./register-tracker.html",
})
export class RegisterTracker {
  protected readonly data = inject(StudyData);
  readonly isOpen = input(false);
  readonly cancelled = output();
  readonly done = output<Tracker>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<"taken" | "forbidden" | "failed" | undefined>(undefined);

  protected close(): void {
    this.problem.set(undefined);
    this.cancelled.emit();
  }

  protected async register(submit: Event): Promise<void> {
    submit.preventDefault();
    const said = new FormData(submit.target as HTMLFormElement);
    const text = (field: string) => String(said.get(field) ?? "").trim();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const uniqueId = text("uniqueId");
      const tracker = await registerTracker({
        studyId: Number(text("studyId")),
        protocol: text("protocol"),
        uniqueId,
        name: text("name") || uniqueId,
      });
      this.done.emit(tracker);
    } catch (reason) {
      this.problem.set(problemOf(reason));
    }
    this.busy.set(false);
  }
}

function problemOf(reason: unknown): "taken" | "forbidden" | "failed" {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 409) return "taken";
  return reason.status === 403 ? "forbidden" : "failed";
}
