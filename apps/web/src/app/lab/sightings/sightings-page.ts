import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from "@angular/core";
import { Router, RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { countText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import { StudyData } from "../study-data.ts";
import { saveFile } from "../table/save-file.ts";
import { Moment } from "../time/moment.ts";
import { KeyHelp } from "./key-help.ts";
import { OutcomeToast } from "./outcome-toast.ts";
import { PublicRules } from "./public-rules.ts";
import { ORDERS, QUEUES, queueOf, reasonsOf, wordOf } from "./queue.ts";
import { queueCsv } from "./queue-csv.ts";
import { ReasonMarks } from "./reason-marks.ts";
import { ReviewDesk } from "./review-desk.ts";
import { Shortcuts } from "./shortcuts.ts";
import { SightingReview } from "./sighting-review.ts";
import { photoUrl } from "./sightings-api.ts";

const AT_ONCE = 60;
const NEWEST = 1000;

/** `/lab/sightings` and `/lab/sightings/ID`: what finders report, those that wait for a review first, and one of them beside the list. */
@Component({
  selector: "zpr-sightings-page",
  imports: [
    KeyHelp,
    Moment,
    OutcomeToast,
    PluralPipe,
    PublicRules,
    ReasonMarks,
    RouterLink,
    SightingReview,
    TranslocoPipe,
  ],
  providers: [ReviewDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { "(document:keydown)": "press($event)" },
  styleUrl: "./sightings-page.css",
  templateUrl: "./sightings-page.html",
})
export class SightingsPage {
  readonly #locale = inject(PageLocale).current;
  readonly #router = inject(Router);
  readonly #shortcuts = inject(Shortcuts);
  protected readonly data = inject(StudyData);
  protected readonly desk = inject(ReviewDesk);
  protected readonly screen = inject(Screen);
  /** From the address. */
  readonly id = input<string>();
  readonly queue = input<string>();
  readonly order = input<string>();
  readonly words = input<string>();

  protected readonly queues = QUEUES;
  protected readonly orders = ORDERS;
  protected readonly photoUrl = photoUrl;
  protected readonly helpOpen = signal(false);
  readonly #most = signal(AT_ONCE);
  protected readonly review = viewChild(SightingReview);

  protected readonly asked = computed(() => ({
    queue: wordOf(QUEUES, this.queue()),
    order: wordOf(ORDERS, this.order()),
    words: this.words() ?? "",
    publishesPhotos: this.data.study()?.publishPhotos ?? false,
  }));
  protected readonly found = computed(() => queueOf(this.desk.sightings(), this.asked()));
  protected readonly rows = computed(() => this.found().slice(0, this.#most()));
  protected readonly waiting = computed(() => {
    const { publishesPhotos } = this.asked();
    return this.desk.sightings().filter((one) => reasonsOf(one, publishesPhotos).length > 0).length;
  });
  /** How many are shown at most, when there may be older ones that are not. */
  protected readonly newest = computed(() =>
    this.data.sightings().length >= NEWEST ? countText(NEWEST, this.#locale()) : undefined,
  );
  /** On a phone there is room for one of both. */
  protected readonly showsList = computed(() => this.screen.wide() || this.id() === undefined);

  constructor() {
    usePageTitle("lab.sightings.title");
  }

  protected ask(name: "queue" | "order" | "words", { target }: Event): void {
    const { value } = target as HTMLInputElement | HTMLSelectElement;
    const first: string = { queue: QUEUES[0], order: ORDERS[0], words: "" }[name];
    void this.#router.navigate([], {
      queryParams: { [name]: value === first ? null : value },
      queryParamsHandling: "merge",
      replaceUrl: true,
    });
  }

  protected more(): void {
    this.#most.update((most) => most + AT_ONCE);
  }

  protected exportCsv(): void {
    saveFile(
      new Blob([queueCsv(this.found().map(({ sighting }) => sighting))], { type: "text/csv" }),
      "sightings.csv",
    );
  }

  protected press(event: KeyboardEvent): void {
    const act = this.#shortcuts.actOf(event);
    if (!act) return;
    if (act === "help") this.helpOpen.update((open) => !open);
    else if (act === "next") this.go(this.#beside(1));
    else if (act === "previous") this.go(this.#beside(-1));
    else if (!this.review()?.act(act)) return;
    event.preventDefault();
  }

  /** The one that comes after a report in the list as it is now. */
  protected after(id: string): string | undefined {
    const rows = this.found();
    const at = rows.findIndex(({ sighting }) => sighting.id === id);
    const next = at < 0 ? undefined : rows[at + 1];
    return next && next.reasons.length > 0 ? next.sighting.id : undefined;
  }

  protected go(id: string | undefined): void {
    if (id === undefined) return;
    void this.#router
      .navigate(["/lab/sightings", id], { queryParamsHandling: "merge" })
      .then(() => document.getElementById(`row-${id}`)?.scrollIntoView({ block: "nearest" }));
  }

  #beside(step: 1 | -1): string | undefined {
    const rows = this.found();
    const at = rows.findIndex(({ sighting }) => sighting.id === this.id());
    const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
    if (to >= this.#most()) this.more();
    return rows[to]?.sighting.id;
  }
}
