import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { CONDITIONS, type ItemCode, type Position, PUT_BACK, SURROUNDINGS } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { newUuid } from "../new-uuid.ts";
import { Outbox } from "../outbox/outbox.ts";
import { ConditionPicture } from "../pictures/condition-picture.ts";
import { PutBackGuide } from "../pictures/put-back-guide.ts";
import { PutBackPicture } from "../pictures/put-back-picture.ts";
import { SurroundingsPicture } from "../pictures/surroundings-picture.ts";
import { ChoiceGroup } from "./choice-group.ts";
import { ContactFields } from "./contact-fields.ts";
import { PhotoFields } from "./photo-fields.ts";
import { PlaceFields } from "./place-fields.ts";
import {
  contactProblem,
  emptyDraft,
  isFresh,
  type Question,
  type ReportDraft,
  toBody,
  unanswered,
} from "./report-draft.ts";

/** The report of one find: four answers, the rest if its finder likes. Kept on the phone as it grows. */
@Component({
  selector: "zpr-report-form",
  imports: [
    ChoiceGroup,
    ConditionPicture,
    ContactFields,
    PhotoFields,
    PlaceFields,
    PluralPipe,
    PutBackGuide,
    PutBackPicture,
    Sign,
    SurroundingsPicture,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./report-form.html",
  styleUrl: "./report-form.css",
})
export class ReportForm {
  readonly #outbox = inject(Outbox);
  readonly #locale = inject(PageLocale);
  protected readonly places = viewChild(PlaceFields);
  protected readonly form = viewChild.required<ElementRef<HTMLElement>>("form");

  readonly code = input.required<ItemCode>();
  /** Where to begin looking on the map when the phone does not know where it is. */
  readonly around = input<Position>();
  /** The id of a report that is safe on the phone and on its way. */
  readonly sent = output<string>();

  protected readonly conditions = CONDITIONS;
  protected readonly surroundings = SURROUNDINGS;
  protected readonly putBacks = PUT_BACK;
  protected readonly keeps = this.#outbox.keeps;
  protected readonly draft = signal<ReportDraft | undefined>(undefined);
  protected readonly open = computed(() => {
    const draft = this.draft();
    return draft ? unanswered(draft) : [];
  });
  protected readonly contactIsWrong = computed(() => {
    const draft = this.draft();
    return this.tried() && draft !== undefined && contactProblem(draft.contact) !== null;
  });
  /** Whether its finder tried to send: only then are missing answers pointed at. */
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);

  constructor() {
    effect(() => void this.#begin(this.code()));
  }

  protected change(change: Partial<ReportDraft>): void {
    const draft = this.draft();
    if (!draft) return;
    const changed = { ...draft, ...change, changedAt: Date.now() };
    this.draft.set(changed);
    void this.#outbox.store.then((store) => store.saveDraft(changed));
  }

  protected isMissing(question: Question): boolean {
    return this.tried() && this.open().includes(question);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    // Who is done with the rest need not wait for a better position.
    this.places()?.settle();
    const draft = this.draft();
    const body = draft && toBody(draft, { seenAt: new Date(), locale: this.#locale.current() });
    this.tried.set(true);
    if (!body) {
      setTimeout(() => this.#showFirstMissing());
      return;
    }
    // Two taps are one report.
    if (this.sending()) return;
    this.sending.set(true);
    await this.#outbox.submit(body, draft.code, draft.photos);
    this.sent.emit(body.id);
  }

  async #begin(code: ItemCode): Promise<void> {
    this.draft.set(undefined);
    this.sending.set(false);
    const kept = await (await this.#outbox.store).draft(code);
    if (code !== this.code()) return;
    const now = Date.now();
    this.tried.set(false);
    this.draft.set(kept && isFresh(kept, now) ? kept : emptyDraft(code, newUuid(), now));
  }

  #showFirstMissing(): void {
    const draft = this.draft();
    const [question] = this.open();
    const name = question ?? (draft && contactProblem(draft.contact) ? "contact" : undefined);
    const section = this.form().nativeElement.querySelector<HTMLElement>(`[data-ask="${name}"]`);
    section?.scrollIntoView({ block: "start" });
    section?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }
}
