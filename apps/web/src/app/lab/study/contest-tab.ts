import { ChangeDetectionStrategy, Component, computed, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem, overtakenBy } from "../ask.ts";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { StudyData } from "../study-data.ts";
import { CONTEST_FIELDS, contestIn, prizeLines } from "./contest-form.ts";
import { forInput } from "./rules-form.ts";
import { announceContest, type Contest, type ContestRules, readContest } from "./study-api.ts";

/** `/lab/study/contest`: what finders may win, by which rules, and until when. */
@Component({
  selector: "zpr-contest-tab",
  imports: [ConflictDialog, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  templateUrl: "./contest-tab.html",
})
export class ContestTab {
  readonly #data = inject(StudyData);
  readonly #studyId = this.#data.study()?.id ?? 0;
  protected readonly isOwner = computed(() => this.#data.study()?.role === "owner");
  protected readonly locales = ["en", "nl", "fr", "de"] as const;
  protected readonly forInput = forInput;
  protected readonly prizeLines = prizeLines;

  /** The version that the form began with, null when there is no contest; empty until it is read. */
  protected readonly seen = signal<readonly [Contest | null] | readonly []>([]);
  protected readonly busy = signal(false);
  protected readonly said = signal<"saved" | "over" | "incomplete" | "failed" | undefined>(
    undefined,
  );
  readonly #conflict = signal<
    { readonly mine: ContestRules; readonly theirs: Contest } | undefined
  >(undefined);
  protected readonly conflict = computed(() => {
    const both = this.#conflict();
    return both && conflictRows(CONTEST_FIELDS, both.mine, both.theirs);
  });

  constructor() {
    if (this.isOwner()) void this.#read();
  }

  protected save(submit: Event): Promise<void> {
    submit.preventDefault();
    const seen = this.seen()[0] ?? null;
    const form = new FormData(submit.target as HTMLFormElement);
    return this.#write(seen, contestIn(form, seen?.seedHash ?? null));
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

  async #write(seen: Contest | null, rules: ContestRules): Promise<void> {
    this.busy.set(true);
    this.said.set(undefined);
    try {
      this.seen.set([await announceContest(this.#studyId, seen, rules)]);
      this.said.set("saved");
    } catch (reason) {
      const theirs = overtakenBy<Contest>(reason);
      if (theirs) this.#conflict.set({ mine: rules, theirs });
      else this.said.set(faultOf(reason));
    }
    this.busy.set(false);
  }

  async #read(): Promise<void> {
    try {
      this.seen.set([await readContest(this.#studyId)]);
    } catch {
      this.said.set("failed");
    }
  }
}

function faultOf(reason: unknown): "over" | "incomplete" | "failed" {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 409) return "over";
  return reason.status === 400 ? "incomplete" : "failed";
}
