import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Tracker } from "../../lab-api.ts";
import { StudyData } from "../../study-data.ts";
import { Moment } from "../../time/moment.ts";
import { newestOf } from "../one/newest-of.ts";
import {
  type Command,
  type CommandWithSteps,
  cancelCommand,
  readCommand,
  readCommands,
} from "../trackers-api.ts";
import { CommandDialog } from "./command-dialog.ts";
import { CommandState } from "./command-state.ts";

/** What a tracker was told and is to be told, newest first, each with its way step by step. */
@Component({
  selector: "zpr-command-queue",
  imports: [CommandDialog, CommandState, Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./command-queue.css",
  templateUrl: "./command-queue.html",
})
export class CommandQueue {
  readonly tracker = input.required<Tracker>();
  protected readonly mayEdit = inject(StudyData).mayEdit;
  protected readonly list = newestOf<Command>(this.tracker, {
    read: ({ studyId, id }, most) => readCommands(studyId, id, most),
    atOnce: 20,
    after: "command",
    soonMs: 500,
  });
  /** The one whose steps are shown. */
  protected readonly open = signal<CommandWithSteps | undefined>(undefined);
  protected readonly problem = signal<"failed" | "tooLate" | undefined>(undefined);
  protected readonly told = signal<readonly Tracker[] | undefined>(undefined);

  constructor() {
    effect(() => {
      this.list.rows();
      const open = untracked(this.open);
      if (open) void this.#show(open);
    });
  }

  protected waits({ status }: Command): boolean {
    return status === "queued" || status === "sent";
  }

  protected toggle(command: Command): void {
    if (this.open()?.id === command.id) this.open.set(undefined);
    else void this.#show(command);
  }

  protected async cancel({ id }: Command): Promise<void> {
    this.problem.set(undefined);
    await cancelCommand(id).catch(() => this.problem.set("tooLate"));
    await this.list.read();
  }

  protected closed(): void {
    this.told.set(undefined);
    void this.list.read();
  }

  async #show({ id }: Pick<Command, "id">): Promise<void> {
    await readCommand(id).then(
      (steps) => this.open.set(steps),
      () => this.problem.set("failed"),
    );
  }
}
