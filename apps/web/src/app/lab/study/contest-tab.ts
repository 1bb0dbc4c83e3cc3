import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing } from "../conflict/editing.ts";
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
  protected readonly isOwner = this.#data.isOwner;
  protected readonly locales = ["en", "nl", "fr", "de"] as const;
  protected readonly forInput = forInput;
  protected readonly prizeLines = prizeLines;

  /** The version that the form began with, null when there is no contest; empty until it is read. */
  protected readonly seen = signal<readonly [Contest | null] | readonly []>([]);
  protected readonly editing = new Editing({
    rows: (mine: ContestRules, theirs: Contest) => conflictRows(CONTEST_FIELDS, mine, theirs),
    write: (seen: Contest | null, rules) => announceContest(this.#studyId, seen, rules),
    written: (kept) => this.seen.set([kept]),
    theirsTaken: (theirs) => this.seen.set([theirs]),
    faultOf,
  });

  constructor() {
    if (this.isOwner()) void this.#read();
  }

  protected save(submit: Event): Promise<boolean> {
    submit.preventDefault();
    const seen = this.seen()[0] ?? null;
    const form = new FormData(submit.target as HTMLFormElement);
    return this.editing.save(seen, contestIn(form, seen?.seedHash ?? null));
  }

  async #read(): Promise<void> {
    try {
      this.seen.set([await readContest(this.#studyId)]);
    } catch {
      this.editing.said.set("failed");
    }
  }
}

function faultOf(reason: unknown): "over" | "incomplete" | "failed" {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 409) return "over";
  return reason.status === 400 ? "incomplete" : "failed";
}
