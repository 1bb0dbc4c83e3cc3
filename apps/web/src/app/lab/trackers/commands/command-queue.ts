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
import { TranslocoPipe } from "@jsverse/transloco";
import type { Tracker } from "../../lab-api.ts";
import { settled } from "../../settled.ts";
import { StudyData } from "../../study-data.ts";
import { Moment } from "../../time/moment.ts";
import {
  type Command,
  type CommandWithSteps,
  cancelCommand,
  readCommand,
  readCommands,
} from "../trackers-api.ts";
import { CommandDialog } from "./command-dialog.ts";
import { CommandState } from "./command-state.ts";

const AT_ONCE = 20;
const NEWS_MS = 500;

/** What a tracker was told and is to be told, newest first, each with its way step by step. */
@Component({
  selector: "zpr-command-queue",
  imports: [CommandDialog, CommandState, Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./command-queue.css",
  templateUrl: "./command-queue.html",
})
export class CommandQueue {
  readonly #data = inject(StudyData);
  readonly tracker = input.required<Tracker>();
  /** Of every event there is another tracker, but it is the same one. */
  readonly #id = computed(() => this.tracker().id);
  protected readonly mayEdit = computed(() => this.#data.study()?.role !== "viewer");

  readonly #most = signal(AT_ONCE);
  readonly #read = signal<readonly Command[] | undefined>(undefined);
  protected readonly commands = computed(() => this.#read()?.slice(0, this.#most()));
  protected readonly hasMore = computed(() => (this.#read()?.length ?? 0) > this.#most());
  /** The one whose steps are shown. */
  protected readonly open = signal<CommandWithSteps | undefined>(undefined);
  protected readonly failed = signal<"failed" | "tooLate" | undefined>(undefined);
  protected readonly told = signal<readonly Tracker[] | undefined>(undefined);
  readonly #readSoon = settled(NEWS_MS, () => this.read());

  constructor() {
    effect(() => {
      this.#id();
      untracked(() => void this.read());
    });
    effect(() => {
      const id = this.#id();
      const isNews = this.#data
        .lastEvents()
        .some((event) => event.kind === "command" && event.trackerId === id);
      if (isNews) this.#readSoon();
    });
  }

  protected waits({ status }: Command): boolean {
    return status === "queued" || status === "sent";
  }

  protected async toggle({ id }: Command): Promise<void> {
    if (this.open()?.id === id) return this.open.set(undefined);
    await this.#try(async () => this.open.set(await readCommand(id)));
  }

  protected async cancel({ id }: Command): Promise<void> {
    this.failed.set(undefined);
    await cancelCommand(id).catch(() => this.failed.set("tooLate"));
    await this.read();
  }

  protected more(): void {
    this.#most.update((most) => most + AT_ONCE);
    void this.read();
  }

  protected closed(): void {
    this.told.set(undefined);
    void this.read();
  }

  protected async read(): Promise<void> {
    const { studyId, id } = this.tracker();
    await this.#try(async () => {
      const commands = await readCommands(studyId, id, this.#most() + 1);
      const open = this.open();
      const steps = open && (await readCommand(open.id));
      if (id !== this.tracker().id) return;
      this.#read.set(commands);
      if (open) this.open.set(steps);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    await act().catch(() => this.failed.set("failed"));
  }
}
