import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { codeText, percentText, timeText } from "../../kit/measures.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { CodeField } from "../code-field.ts";
import { Outbox } from "./outbox.ts";
import { type OutboxEntry, stateOf } from "./outbox-entry.ts";
import { ReportNotes } from "./report-notes.ts";

/** One report of this phone: how far it is, and what its finder can do about it. */
@Component({
  selector: "zpr-report-card",
  imports: [CodeField, PluralPipe, ReportNotes, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./report-card.html",
  styleUrl: "./report-card.css",
})
export class ReportCard {
  readonly #outbox = inject(Outbox);
  readonly #locale = inject(PageLocale);
  readonly entry = input.required<OutboxEntry>();

  protected readonly codeText = codeText;
  protected readonly state = computed(() => stateOf(this.entry()));
  protected readonly isSending = computed(() => this.#outbox.sendingId() === this.entry().id);
  protected readonly percent = computed(() =>
    percentText(this.#outbox.sentShare(), this.#locale.current()),
  );
  protected readonly refusedPhotos = computed(
    () => this.entry().photos.filter(({ state }) => state === "refused").length,
  );
  protected readonly savedAt = computed(() =>
    timeText(this.entry().savedAt, this.#locale.current()),
  );
  protected readonly askRemove = signal(false);

  protected retry(): void {
    void this.#outbox.retry(this.entry());
  }

  protected correct(code: ItemCode): void {
    void this.#outbox.retry(this.entry(), code);
  }

  protected remove(): void {
    if (this.askRemove()) void this.#outbox.remove(this.entry().id);
    else this.askRemove.set(true);
  }
}
