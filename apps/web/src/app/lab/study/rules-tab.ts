import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { ConflictDialog } from "../conflict/conflict-dialog.ts";
import { conflictRows } from "../conflict/conflict-rows.ts";
import { Editing, takenOrFailed } from "../conflict/editing.ts";
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
  protected readonly isOwner = this.#data.isOwner;
  protected readonly locales = ["en", "nl", "fr", "de"] as const;
  protected readonly forInput = forInput;

  /** The version that the form began with, alone in a list; none until it is read. */
  protected readonly seen = signal<readonly [Study] | readonly []>([]);
  protected readonly editing = new Editing({
    rows: (mine: StudyRules, theirs: Study) => conflictRows(RULE_FIELDS, mine, theirs),
    write: changeRules,
    written: (kept) => {
      this.seen.set([kept]);
      return this.#data.start();
    },
    theirsTaken: (theirs) => this.seen.set([theirs]),
    faultOf: takenOrFailed,
  });

  constructor() {
    if (this.isOwner()) void this.#read();
  }

  protected save(submit: Event, seen: Study): Promise<boolean> {
    submit.preventDefault();
    return this.editing.save(seen, rulesIn(new FormData(submit.target as HTMLFormElement)));
  }

  async #read(): Promise<void> {
    try {
      this.seen.set([await readStudy(this.#data.study()?.id ?? 0)]);
    } catch {
      this.editing.said.set("failed");
    }
  }
}
