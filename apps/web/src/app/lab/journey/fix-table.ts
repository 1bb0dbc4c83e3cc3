import { NgTemplateOutlet } from "@angular/common";
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { Router, RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { placeText, voltsText } from "../figures.ts";
import { Screen } from "../frame/screen.ts";
import { instantText } from "../time/instant-text.ts";
import { TimeZone } from "../time/time-zone.ts";
import { FixDetail } from "./fix-detail.ts";
import { FlagReasons } from "./flag-reasons.ts";
import { FIXES_A_PAGE, readFixes, type StoredFix } from "./journey-api.ts";
import { JourneyData } from "./journey-data.ts";

const DAY = 86_400_000;

/** Every fix of a deployment, and of a day around it, a page at a time, each with the reasons of its flags. */
@Component({
  selector: "zpr-fix-table",
  imports: [FixDetail, FlagReasons, NgTemplateOutlet, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./fix-table.css",
  templateUrl: "./fix-table.html",
})
export class FixTable {
  readonly #router = inject(Router);
  readonly #locale = inject(PageLocale).current;
  readonly #inUtc = inject(TimeZone).inUtc;
  protected readonly data = inject(JourneyData);
  protected readonly roomy = inject(Screen).roomy;
  readonly cursor = input<string>();
  readonly flagged = input<string>();
  readonly deploymentId = input<string>();
  /** The fix that is opened. */
  readonly opened = input<string>();
  /** ISO 8601: where the list begins. */
  readonly at = input<string>();

  protected readonly perPage = FIXES_A_PAGE;
  protected readonly fixes = signal<readonly StoredFix[] | undefined>(undefined);
  protected readonly next = signal<string | undefined>(undefined);
  protected readonly failed = signal(false);
  protected readonly deployment = computed(() => {
    const all = this.data.deployments();
    return all.find(({ id }) => String(id) === this.deploymentId()) ?? all.at(-1);
  });
  protected readonly around = computed(() => ({
    fixes: this.fixes() ?? [],
    deployments: this.data.deployments(),
    corrections: this.data.corrections(),
  }));

  constructor() {
    effect(() => {
      this.cursor();
      this.flagged();
      this.deployment();
      this.at();
      // A correction changes flags.
      this.data.corrections();
      untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    const deployment = this.deployment();
    if (!deployment) return;
    const cursor = this.cursor();
    const start = Date.parse(deployment.startedAt) - DAY;
    const end = deployment.endedAt === null ? undefined : Date.parse(deployment.endedAt) + DAY;
    const at = Date.parse(this.at() ?? "");
    try {
      const { fixes, next } = await readFixes({
        trackerId: deployment.trackerId,
        from: new Date(at >= start ? at : start).toISOString(),
        ...(end !== undefined && { to: new Date(end).toISOString() }),
        ...(this.flagged() === "yes" && { flagged: true }),
        ...(cursor !== undefined && { cursor }),
      });
      if (cursor !== this.cursor() || deployment.id !== this.deployment()?.id) return;
      this.fixes.set(fixes);
      this.next.set(next);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }

  protected show(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], {
      queryParams: { cursor: null, fix: null, ...queryParams },
      queryParamsHandling: "merge",
    });
  }

  protected toggle({ id }: StoredFix): void {
    const fix = id === this.opened() ? null : id;
    void this.#router.navigate([], { queryParams: { fix }, queryParamsHandling: "merge" });
  }

  protected time({ time }: StoredFix): string {
    return instantText(time, this.#locale(), this.#inUtc());
  }

  protected place({ position }: StoredFix): string {
    return position ? placeText(position, this.#locale()) : "–";
  }

  protected speed({ speedMetresPerSecond: speed }: StoredFix): string {
    if (speed === null) return "–";
    const format = { style: "unit", unit: "meter-per-second", maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.#locale(), format).format(speed);
  }

  protected battery({ batteryVolts }: StoredFix): string {
    return batteryVolts === null ? "–" : voltsText(batteryVolts, this.#locale());
  }
}
