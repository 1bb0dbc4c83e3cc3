import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem, overtakenBy } from "../ask.ts";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import type { Study } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { PublicPageLines } from "./public-page-lines.ts";
import { forInput, RULE_FIELDS, rulesIn } from "./rules-form.ts";
import { changeRules, readStudy, type StudyRules } from "./study-api.ts";

/** `/lab/study/rules`: what the study makes public, says to finders, and where and until when it runs. */
@Component({
  selector: "zpr-rules-tab",
  imports: [ConflictDialog, PublicPageLines, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  templateUrl: "./rules-tab.html",
})
export class RulesTab {
  readonly #data = inject(StudyData);
  protected readonly isOwner = computed(() => this.#data.study()?.role === "owner");
  protected readonly locales = ["en", "nl", "fr", "de"] as const;
  protected readonly forInput = forInput;

  /** The version that the form began with, alone in a list; none until it is read. */
  protected readonly seen = signal<readonly [Study] | readonly []>([]);
  protected readonly busy = signal(false);
  protected readonly said = signal<"saved" | "taken" | "failed" | undefined>(undefined);
  readonly #conflict = signal<{ readonly mine: StudyRules; readonly theirs: Study } | undefined>(
    undefined,
  );
  protected readonly conflict = computed(() => {
    const both = this.#conflict();
    return both && conflictRows(RULE_FIELDS, both.mine, both.theirs);
  });

  constructor() {
    if (this.isOwner()) void this.#read();
  }

  protected save(submit: Event): Promise<void> {
    submit.preventDefault();
    const [seen] = this.seen();
    if (!seen) return Promise.resolve();
    return this.#write(seen, rulesIn(new FormData(submit.target as HTMLFormElement)));
  }

  protected keepMine(): void {
    const both = this.#conflict();
    this.#conflict.set(undefined);
    if (both) void this.#write(both.theirs, both.mine);
  }

  protected takeTheirs(): void {
    const both = this.#conflict();
    this.#conflict.set(undefined);
    if (both) this.seen.set([both.theirs]);
  }

  async #write(seen: Study, rules: StudyRules): Promise<void> {
    this.busy.set(true);
    this.said.set(undefined);
    try {
      this.seen.set([await changeRules(seen, rules)]);
      this.said.set("saved");
      await this.#data.start();
    } catch (reason) {
      const theirs = overtakenBy<Study>(reason);
      if (theirs) this.#conflict.set({ mine: rules, theirs });
      else
        this.said.set(reason instanceof LabProblem && reason.status === 409 ? "taken" : "failed");
    }
    this.busy.set(false);
  }

  async #read(): Promise<void> {
    try {
      this.seen.set([await readStudy(this.#data.study()?.id ?? 0)]);
    } catch {
      this.said.set("failed");
    }
  }
}
