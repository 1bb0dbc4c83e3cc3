import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { correctFix, isConflict, type StoredFix } from "./journey-api.ts";
import { JourneyData } from "./journey-data.ts";

/** Excludes a fix, or includes it again, with a reason. */
@Component({
  selector: "zpr-correction-form",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--zpr-space-2);
    }

    label {
      display: grid;
      flex: 1 1 14rem;
      max-width: 28rem;
    }
  `,
  template: `
    @if (data.mayEdit()) {
      <form (submit)="send($event)">
        <label>
          {{ "lab.journey.correct." + kind() | transloco }}
          <input
            name="reason"
            class="l-input"
            required
            maxlength="500"
            pattern=".*\\S.*"
            autocomplete="off"
            [placeholder]="'lab.journey.correct.reason' | transloco"
          />
        </label>
        <button type="submit" class="z-button l-button" [disabled]="busy()">
          {{ "lab.journey.correct.do." + kind() | transloco }}
        </button>
      </form>
    }
    <p role="status">
      @if (said(); as said) {
        {{ "lab.journey.correct.said." + said | transloco }}
      }
    </p>
  `,
})
export class CorrectionForm {
  protected readonly data = inject(JourneyData);
  readonly fix = input.required<StoredFix>();

  protected readonly kind = computed(() =>
    this.fix().flags.includes("excluded") ? ("include" as const) : ("exclude" as const),
  );
  protected readonly busy = signal(false);
  protected readonly said = signal<"exclude" | "include" | "conflict" | "failed" | undefined>(
    undefined,
  );

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const kind = this.kind();
    this.busy.set(true);
    try {
      await correctFix(this.fix().id, kind, String(new FormData(form).get("reason")));
      form.reset();
      this.said.set(kind);
      await this.data.changed();
    } catch (reason) {
      this.said.set(isConflict(reason) ? "conflict" : "failed");
      await this.data.changed();
    }
    this.busy.set(false);
  }
}
