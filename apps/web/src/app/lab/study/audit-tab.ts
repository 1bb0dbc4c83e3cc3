import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { auditLines } from "./audit-text.ts";
import { type AuditEntry, type AuditQuery, readAudit } from "./study-api.ts";

const KINDS = [
  "study",
  "member",
  "invitation",
  "item-type",
  "item",
  "release",
  "tracker",
  "deployment",
  "command",
  "sighting",
  "alarm",
  "codec",
  "source",
  "api-key",
  "contest",
  "river",
  "river-section",
  "job",
  "item-fate",
  "finder-question",
  "water-level-series",
  "tide-lags",
] as const;

/** `/lab/study/audit`: who changed what of the study, when, from what to what. */
@Component({
  selector: "zpr-audit-tab",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  templateUrl: "./audit-tab.html",
})
export class AuditTab {
  readonly #data = inject(StudyData);
  readonly #studyId = this.#data.study()?.id ?? 0;
  protected readonly isOwner = this.#data.isOwner;
  protected readonly kinds = KINDS;
  readonly #known = new Set<string>(KINDS);

  readonly #query = signal<AuditQuery>({ studyId: this.#studyId });
  protected readonly entries = signal<readonly AuditEntry[] | undefined>(undefined);
  protected readonly next = signal<string | undefined>(undefined);
  protected readonly failed = signal(false);
  protected readonly csv = computed(() => {
    const asked = Object.entries(this.#query()).map(([name, value]) => [name, String(value)]);
    return `/api/v1/audit.csv?${new URLSearchParams(asked)}`;
  });
  protected readonly rows = computed(() =>
    this.entries()?.map((entry) => ({
      ...entry,
      lines: auditLines(entry),
      kindKey: this.#known.has(entry.kind) ? `lab.settings.audit.kinds.${entry.kind}` : undefined,
    })),
  );

  constructor() {
    if (this.isOwner()) void this.#read();
  }

  protected filter(change: Event): void {
    change.preventDefault();
    const given = new FormData((change.target as HTMLElement).closest("form") ?? undefined);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const day = (name: string, days: number) =>
      new Date(Date.parse(`${text(name)}T00:00:00Z`) + days * 86_400_000).toISOString();
    this.#query.set({
      studyId: this.#studyId,
      ...(text("actor") && { actor: text("actor") }),
      ...(text("kind") && { kind: text("kind") }),
      ...(text("since") && { since: day("since", 0) }),
      // The day itself included.
      ...(text("until") && { until: day("until", 1) }),
    });
    void this.#read();
  }

  protected more(): void {
    void this.#read(this.next());
  }

  async #read(cursor?: string): Promise<void> {
    const query = this.#query();
    this.failed.set(false);
    try {
      const page = await readAudit(query, cursor);
      // Another filter was chosen while this one was on its way.
      if (query !== this.#query()) return;
      const before = cursor === undefined ? [] : (this.entries() ?? []);
      this.entries.set([...before, ...page.entries]);
      this.next.set(page.next);
    } catch {
      this.failed.set(true);
    }
  }
}
