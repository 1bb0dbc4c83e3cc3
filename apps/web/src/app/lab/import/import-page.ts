import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  signal,
} from "@angular/core";
import { Router, RouterLink } from "@angular/router";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { countText } from "../figures.ts";
import { ItemsTabs } from "../items/items-tabs.ts";
import { JobCard } from "../jobs/job-card.ts";
import { StudyJobs } from "../jobs/study-jobs.ts";
import { StudyData } from "../study-data.ts";
import { List } from "../table/list.ts";
import { ListCell } from "../table/list-cell.ts";
import { instantText } from "../time/instant-text.ts";
import { TimeZone } from "../time/time-zone.ts";
import {
  applySheet,
  type ImportKind,
  type ImportPlan,
  type ImportWish,
  type PlanRow,
  planSheet,
} from "./import-api.ts";
import { OUTCOMES, outcomeFilter, PLAN_COLUMNS } from "./plan-columns.ts";
import { refusalWords } from "./refusal-words.ts";
import { SheetChoice } from "./sheet-choice.ts";

const KINDS: readonly ImportKind[] = ["items", "trackers", "deployments"];

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const ITEMS = { path: "/lab/items", label: "lab.import.onward.items" };
const RELEASES = { path: "/lab/releases", label: "lab.import.onward.releases" };
const TRACKERS = { path: "/lab/trackers", label: "lab.import.onward.trackers" };

/** `/lab/import`: a sheet, what it would do row by row, and then the job that does it. */
@Component({
  selector: "zpr-import-page",
  imports: [
    ItemsTabs,
    JobCard,
    List,
    ListCell,
    PluralPipe,
    RouterLink,
    SheetChoice,
    Sign,
    TranslocoPipe,
  ],
  providers: [StudyJobs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .plan {
      display: grid;
      gap: var(--zpr-space-2);
      justify-items: start;
    }
  `,
  templateUrl: "./import-page.html",
})
export class ImportPage {
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  readonly #transloco = inject(TranslocoService);
  readonly #router = inject(Router);
  readonly #jobs = inject(StudyJobs);
  protected readonly data = inject(StudyData);
  protected readonly mayEdit = this.data.mayEdit;
  protected readonly kinds = KINDS;
  protected readonly columns = PLAN_COLUMNS;
  protected readonly usual = { key: "outcome", down: false };
  protected readonly zones = [
    ...new Set([Intl.DateTimeFormat().resolvedOptions().timeZone, "UTC", "Europe/Brussels"]),
  ];

  protected readonly kind = signal<ImportKind>("items");
  protected readonly timeZone = signal(this.zones[0] ?? "UTC");
  protected readonly file = signal<File | undefined>(undefined);
  /** Another study, another plan. */
  protected readonly plan = linkedSignal<number | undefined, ImportPlan | undefined>({
    source: () => this.data.study()?.id,
    computation: () => undefined,
  });
  protected readonly busy = signal(false);
  /** Why the sheet was not taken, or that the server could not be asked. */
  readonly #refused = signal<{ readonly reason: unknown } | undefined>(undefined);
  protected readonly refusal = computed(() => {
    const refused = this.#refused();
    return refused && refusalWords(refused.reason, this.#locale());
  });
  readonly #jobId = signal<string | undefined>(undefined);
  /** The import that was just begun; after a reload the newest one that still goes on. */
  protected readonly job = computed(() => {
    const imports = (this.#jobs.jobs() ?? []).filter(({ kind }) => kind === "import");
    return (
      imports.find(({ id }) => id === this.#jobId()) ??
      imports.find(({ state }) => state === "running" || state === "waiting")
    );
  });

  /** Where what was brought in is seen. */
  protected readonly onward = computed(() =>
    this.kind() === "items" ? [ITEMS, RELEASES] : [TRACKERS],
  );

  protected readonly counts = computed(() => {
    const rows = Map.groupBy(this.plan()?.rows ?? [], ({ outcome }) => outcome);
    return OUTCOMES.map((outcome) => ({ outcome, count: rows.get(outcome)?.length ?? 0 }));
  });
  protected readonly toDo = computed(() =>
    this.counts()
      .filter(({ outcome }) => outcome === "new" || outcome === "changed")
      .reduce((sum, { count }) => sum + count, 0),
  );
  protected readonly filters = computed(() => {
    const locale = this.#locale();
    const say = (outcome: string, count: number) =>
      `${this.#transloco.translate(`lab.import.outcome.${outcome}`)} (${countText(count, locale)})`;
    return [outcomeFilter(this.plan()?.rows ?? [], say)];
  });
  protected readonly keyOf = ({ line }: PlanRow) => line;
  protected readonly texts = ({ subject, faults }: PlanRow) => [
    subject,
    ...faults.map(({ value }) => value),
  ];

  constructor() {
    usePageTitle("lab.import.title");
  }

  /** Instants are told as everywhere in the lab. */
  protected readable(text: string): string {
    return text.replaceAll(INSTANT, (time) => instantText(time, this.#locale(), this.#inUtc()));
  }

  protected chooseKind({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.kind.set(KINDS.find((kind) => kind === value) ?? "items");
    void this.#look();
  }

  protected chooseZone({ target }: Event): void {
    this.timeZone.set((target as HTMLSelectElement).value);
    void this.#look();
  }

  protected choose(file: File): void {
    this.file.set(file);
    void this.#look();
  }

  protected async apply(): Promise<void> {
    await this.#ask(async (wish) => {
      const job = await applySheet(wish);
      this.#jobId.set(job.id);
      this.#jobs.show(job);
      this.plan.set(undefined);
      this.file.set(undefined);
    });
  }

  async #look(): Promise<void> {
    this.plan.set(undefined);
    await this.#ask(async (wish) => {
      const plan = await planSheet(wish);
      if (wish.file !== this.file() || wish.kind !== this.kind()) return;
      this.plan.set(plan);
      await this.#router.navigate([], {
        queryParams: { "plan.page": null, "plan.outcome": null, "plan.q": null },
        queryParamsHandling: "merge",
        replaceUrl: true,
      });
    });
  }

  async #ask(work: (wish: ImportWish) => Promise<void>): Promise<void> {
    const studyId = this.data.study()?.id;
    const file = this.file();
    if (studyId === undefined || !file) return;
    this.busy.set(true);
    this.#refused.set(undefined);
    try {
      await work({ studyId, kind: this.kind(), timeZone: this.timeZone(), file });
    } catch (reason) {
      this.#refused.set({ reason });
    }
    this.busy.set(false);
  }
}
