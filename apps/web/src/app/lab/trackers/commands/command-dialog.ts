import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { IonModal } from "@ionic/angular/ion-modal";
import { TranslocoPipe } from "@jsverse/transloco";
import { newUuid } from "../../../kit/new-uuid.ts";
import { PluralPipe } from "../../../kit/plural.ts";
import type { Tracker } from "../../lab-api.ts";
import { StudyData } from "../../study-data.ts";
import {
  type Command,
  previewCommands,
  queueCommands,
  type Wanted,
  type Wording,
} from "../trackers-api.ts";
import { CommandState } from "./command-state.ts";
import {
  COMMAND_KINDS,
  type CommandKind,
  EXPIRIES,
  expiresAt,
  wantedIn,
} from "./wanted-command.ts";

/** For more trackers than these, their number is to be typed. */
const FEW = 3;

/** What somebody is about to send, and to whom. */
interface Plan {
  readonly wanted: Wanted;
  readonly hours: number;
  /** Sending it twice queues once. */
  readonly requestId: string;
  readonly wordings: readonly Wording[];
}

/** The dialog that tells one tracker or many something: first how each would be told, then what became of it. */
@Component({
  selector: "zpr-command-dialog",
  imports: [CommandState, IonModal, PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./command-dialog.css",
  templateUrl: "./command-dialog.html",
})
export class CommandDialog {
  readonly #data = inject(StudyData);
  /** The dialog is open when there are some. */
  readonly trackers = input<readonly Tracker[]>();
  readonly closed = output();

  protected readonly kinds = COMMAND_KINDS;
  protected readonly expiries = EXPIRIES;
  protected readonly kind = signal<CommandKind>("text");
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  protected readonly typed = signal("");
  readonly #plan = signal<Plan | undefined>(undefined);
  protected readonly sent = signal<readonly Command[] | undefined>(undefined);

  protected readonly plan = this.#plan.asReadonly();
  protected readonly able = computed(() => this.#with((wording) => wording.reason === null));
  protected readonly unable = computed(() => this.#with((wording) => wording.reason !== null));
  protected readonly mustType = computed(() => this.able().length > FEW);
  protected readonly maySend = computed(
    () =>
      this.able().length > 0 &&
      (!this.mustType() || this.typed().trim() === String(this.able().length)),
  );

  constructor() {
    effect(() => {
      const states = new Map(
        this.#data
          .lastEvents()
          .flatMap((event) =>
            event.kind === "command" ? [[event.commandId, event.status] as const] : [],
          ),
      );
      if (states.size === 0) return;
      this.sent.update((commands) =>
        commands?.map((command) => ({
          ...command,
          status: (states.get(command.id) as Command["status"] | undefined) ?? command.status,
        })),
      );
    });
  }

  protected nameOf(trackerId: number): string {
    return this.trackers()?.find(({ id }) => id === trackerId)?.name ?? String(trackerId);
  }

  protected chooseKind({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.kind.set(this.kinds.find((kind) => kind === value) ?? "text");
  }

  protected type({ target }: Event): void {
    this.typed.set((target as HTMLInputElement).value);
  }

  protected preview(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const wanted = wantedIn(form);
    const hours = Number(form.get("hours"));
    const ids = (this.trackers() ?? []).map(({ id }) => id);
    return this.#do(async () => {
      const wordings = await previewCommands(ids, wanted);
      this.#plan.set({ wanted, hours, requestId: newUuid(), wordings });
    });
  }

  protected send(submit: Event): Promise<void> {
    submit.preventDefault();
    const plan = this.#plan();
    if (!plan || !this.maySend()) return Promise.resolve();
    return this.#do(async () => {
      const commands = await queueCommands({
        trackerIds: this.able().map(({ trackerId }) => trackerId),
        ...plan.wanted,
        requestId: plan.requestId,
        expiresAt: expiresAt(plan.hours, Date.now()),
      });
      this.sent.set(commands);
    });
  }

  protected back(): void {
    this.#plan.set(undefined);
    this.typed.set("");
  }

  protected close(): void {
    this.back();
    this.sent.set(undefined);
    this.failed.set(false);
    this.closed.emit();
  }

  #with(fits: (wording: Wording) => boolean): readonly Wording[] {
    return this.#plan()?.wordings.filter(fits) ?? [];
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failed.set(false);
    await act().catch(() => this.failed.set(true));
    this.busy.set(false);
  }
}
