import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import type { Journey } from "../kit/api.ts";
import { PageLocale } from "../kit/locale.ts";
import { percentText } from "../kit/measures.ts";
import { usePageTitle } from "../kit/page-title.ts";
import { PluralPipe } from "../kit/plural.ts";
import { Sign } from "../kit/sign.ts";
import { JourneyView } from "./journey/journey-view.ts";
import { OpenPhotos } from "./more/open-photos.ts";
import { StudyWord } from "./more/study-word.ts";
import { Outbox } from "./outbox/outbox.ts";
import { notesOf, stateOf } from "./outbox/outbox-entry.ts";
import { ReportCard } from "./outbox/report-card.ts";
import { ReportNotes } from "./outbox/report-notes.ts";
import { PutBackGuide } from "./pictures/put-back-guide.ts";
import { ShareCard } from "./share/share-card.ts";

/** `/found`: thanks for a report, how far each report of this phone is, the journey of its item. */
@Component({
  selector: "zpr-found-page",
  imports: [
    JourneyView,
    OpenPhotos,
    PluralPipe,
    PutBackGuide,
    ReportCard,
    ReportNotes,
    ShareCard,
    Sign,
    StudyWord,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./found-page.html",
  styleUrl: "./found-page.css",
})
export class FoundPage {
  readonly #outbox = inject(Outbox);
  readonly #locale = inject(PageLocale);
  /** The id of the report just made, from the address. */
  readonly report = input.required<string>();
  /** The code of an item to look at without a report, from the address. */
  readonly code = input.required<ItemCode | undefined>();

  protected readonly entry = computed(() =>
    this.#outbox.entries().find(({ id }) => id === this.report()),
  );
  protected readonly state = computed(() => {
    const entry = this.entry();
    return entry && stateOf(entry);
  });
  protected readonly arrived = computed(() => {
    const entry = this.entry();
    return (
      entry?.receipt &&
      !this.isOfNoItem() && { code: entry.code, finderNumber: entry.receipt.finderNumber }
    );
  });
  protected readonly isSending = computed(() => this.#outbox.sendingId() === this.entry()?.id);
  protected readonly percent = computed(() =>
    percentText(this.#outbox.sentShare(), this.#locale.current()),
  );
  protected readonly photosWaiting = computed(() => this.#photos("waiting"));
  protected readonly photosRefused = computed(() => this.#photos("refused"));
  /** Whether the report belongs to no item, which has no journey and no finders to count. */
  protected readonly isOfNoItem = computed(() => {
    const entry = this.entry();
    return entry !== undefined && notesOf(entry).includes("unknown-code");
  });
  protected readonly journeyCode = computed(() =>
    this.isOfNoItem() ? undefined : (this.entry()?.code ?? this.code()),
  );
  /** Read again when the server has taken the report, to show it in the journey. */
  protected readonly version = computed(() => this.entry()?.receipt?.receivedAt ?? "");
  protected readonly journey = signal<Journey | undefined>(undefined);
  /** The card and what to do next have words of their own, which may come later or not at all. */
  protected readonly hasWords = signal(false);
  protected readonly others = computed(() =>
    this.#outbox.entries().filter(({ id }) => id !== this.report()),
  );
  protected readonly loaded = this.#outbox.loaded;
  protected readonly keeps = this.#outbox.keeps;

  constructor() {
    usePageTitle("found.title");
    this.#locale.addScope("later").then(
      () => this.hasWords.set(true),
      () => undefined,
    );
  }

  #photos(state: "waiting" | "refused"): number {
    return this.entry()?.photos.filter((photo) => photo.state === state).length ?? 0;
  }
}
