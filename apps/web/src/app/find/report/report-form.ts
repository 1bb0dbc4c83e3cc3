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
import { newUuid } from "../../kit/new-uuid.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { Outbox } from "../outbox/outbox.ts";
import { ConditionPicture } from "../pictures/condition-picture.ts";
import { PutBackGuide } from "../pictures/put-back-guide.ts";
import { PutBackPicture } from "../pictures/put-back-picture.ts";
import { SurroundingsPicture } from "../pictures/surroundings-picture.ts";
import { ChoiceGroup } from "./choice-group.ts";
import { ContactFields } from "./contact-fields.ts";
import { PhotoFields } from "./photo-fields.ts";
import { photoPlaceOffer } from "./photo-place.ts";
import { PhotoPlaceAsk } from "./photo-place-ask.ts";
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
    PhotoPlaceAsk,
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
  protected readonly website = viewChild<ElementRef<HTMLInputElement>>("website");

  readonly code = input.required<ItemCode>();
  /** Where to begin looking on the map when the phone does not know where it is. */
  readonly around = input<Position>();
  /** The study in whose contest this report can take part. */
  readonly contestOf = input<number>();
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
  protected readonly photoPlace = signal<Position | null>(null);
  protected readonly photoPlaceOffer = computed(() => {
    const photo = this.photoPlace();
    const place = this.draft()?.place ?? { position: null, accuracyMetres: null };
    return photo && photoPlaceOffer(photo, place);
  });
  /** Whether its finder tried to send: only then are missing answers pointed at. */
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  /** Whether the phone could not keep the report: full, most likely. */
  protected readonly unkept = signal(false);

  constructor() {
    effect(() => void this.#begin(this.code()));
  }

  protected change(change: Partial<ReportDraft>): void {
    const draft = this.draft();
    if (!draft || this.sending()) return;
    const changed = { ...draft, ...change, changedAt: Date.now() };
    this.draft.set(changed);
    void this.#keep(changed);
  }

  protected answerPhotoPlace(isMeant: boolean): void {
    const position = this.photoPlace();
    this.photoPlace.set(null);
    if (!(isMeant && position)) return;
    this.places()?.giveWay();
    this.change({ place: { position, accuracyMetres: null, source: "photo" } });
  }

  protected isMissing(question: Question): boolean {
    return this.tried() && this.open().includes(question);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    // Who is done with the rest need not wait for a better position.
    this.places()?.settle();
    const draft = this.draft();
    const body =
      draft &&
      toBody(draft, {
        seenAt: new Date(),
        locale: this.#locale.current(),
        website: this.website()?.nativeElement.value ?? "",
      });
    this.tried.set(true);
    if (!body) {
      setTimeout(() => this.#showFirstMissing());
      return;
    }
    // Two taps are one report.
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await this.#outbox.submit(body, draft.code, draft.photos);
      this.sent.emit(body.id);
    } catch {
      this.unkept.set(true);
      this.sending.set(false);
    }
  }

  async #begin(code: ItemCode): Promise<void> {
    this.draft.set(undefined);
    this.photoPlace.set(null);
    this.sending.set(false);
    const store = await this.#outbox.store;
    const kept = await store.draft(code);
    const now = Date.now();
    // Another tab may have sent it and kept on writing.
    const isSent = (await store.reports()).some(({ id }) => id === kept?.id);
    const isUseful = kept && !isSent && isFresh(kept, now);
    const draft = isUseful ? kept : emptyDraft(code, newUuid(), now);
    // The camera may end the page after a photo was kept and before it was written down.
    const photos = (await store.photos(draft.id)).map(({ n }) => n);
    if (code !== this.code()) return;
    this.tried.set(false);
    this.unkept.set(false);
    this.draft.set({ ...draft, photos });
    await this.#keep({ ...draft, photos });
  }

  /** A draft that finds no room is not lost yet: its form is still open. */
  async #keep(draft: ReportDraft): Promise<void> {
    await (await this.#outbox.store).saveDraft(draft).catch(() => this.unkept.set(true));
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
