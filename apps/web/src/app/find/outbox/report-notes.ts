import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { Sign } from "../../kit/sign.ts";
import { notesOf, type OutboxEntry } from "./outbox-entry.ts";

/** What the server had to say about a report, in words; nothing where all was as usual. */
@Component({
  selector: "zpr-report-notes",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (hasWords() && notes().length > 0) {
      <div class="z-notice">
        <zpr-sign name="hint" />
        <div>
          @for (note of notes(); track note) {
            <p>{{ "later.notes." + note | transloco }}</p>
          }
          <p>
            <strong>{{ "later.notes.kept" | transloco }}</strong>
          </p>
        </div>
      </div>
    }
  `,
})
export class ReportNotes {
  readonly entry = input.required<OutboxEntry>();
  protected readonly notes = computed(() => notesOf(this.entry()));
  protected readonly hasWords = signal(false);

  constructor() {
    inject(PageLocale)
      .addScope("later")
      .then(
        () => this.hasWords.set(true),
        () => undefined,
      );
  }
}
