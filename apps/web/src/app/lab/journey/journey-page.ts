import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { IonSpinner } from "@ionic/angular/ion-spinner";
import { TranslocoPipe } from "@jsverse/transloco";
import { parseItemCode } from "@zpr/model";
import { usePageTitle } from "../../kit/page-title.ts";
import { Sign } from "../../kit/sign.ts";
import { StatusMark } from "../items/status-mark.ts";
import { settled } from "../settled.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { FixTable } from "./fix-table.ts";
import { HandTab } from "./hand-tab.ts";
import { JourneyData } from "./journey-data.ts";
import { JourneyMeasures } from "./journey-measures.ts";
import { SeenTab } from "./seen-tab.ts";
import { WayTab } from "./way-tab.ts";

const NEWS_MS = 3_000;
const VIEWS = ["way", "fixes", "hand", "seen"] as const;

/** `/lab/items/CODE`: where one item was, in which state, and why the house says so. */
@Component({
  selector: "zpr-journey-page",
  imports: [
    FixTable,
    HandTab,
    IonSpinner,
    JourneyMeasures,
    Moment,
    RouterLink,
    SeenTab,
    Sign,
    StatusMark,
    TranslocoPipe,
    WayTab,
  ],
  providers: [JourneyData],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./journey-page.css",
  templateUrl: "./journey-page.html",
})
export class JourneyPage {
  readonly #study = inject(StudyData);
  protected readonly data = inject(JourneyData);
  /** From the address, as all that follows. */
  readonly code = input.required<string>();
  readonly view = input<string>();
  /** ISO 8601: the moment whose episode is chosen. */
  readonly at = input<string>();
  readonly cursor = input<string>();
  readonly flagged = input<string>();
  /** A deployment's id. */
  readonly deployment = input<string>();
  /** The fix that is opened. */
  readonly fix = input<string>();

  protected readonly views = VIEWS;
  protected readonly loaded = this.#study.loaded;
  protected readonly known = computed(() => parseItemCode(this.code()));
  protected readonly shown = computed(() => VIEWS.find((view) => view === this.view()) ?? "way");
  protected readonly item = this.data.item;
  protected readonly type = computed(() =>
    this.#study.itemTypes().find(({ id }) => id === this.item()?.itemTypeId),
  );
  protected readonly release = computed(() =>
    this.#study.releases().find(({ id }) => id === this.item()?.releaseId),
  );
  protected readonly tracker = computed(() =>
    this.#study.trackers().find(({ id }) => id === this.item()?.trackerId),
  );
  readonly #readSoon = settled(NEWS_MS, () => this.read());

  constructor() {
    usePageTitle("lab.item.title", () => ({ code: this.code() }));
    effect(() => {
      this.known();
      this.#study.loaded();
      untracked(() => void this.read());
    });
    effect(() => {
      const code = this.known();
      const mine = this.#study
        .lastEvents()
        .some(
          (event) => (event.kind === "fix" || event.kind === "sighting") && event.itemCode === code,
        );
      if (mine) this.#readSoon();
    });
  }

  protected async read(): Promise<void> {
    const code = this.known();
    if (code) await this.data.read(code);
  }
}
