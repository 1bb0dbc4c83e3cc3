import { JsonPipe } from "@angular/common";
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../../kit/locale.ts";
import { LabProblem } from "../../ask.ts";
import { placeText, voltsText } from "../../figures.ts";
import { StudyData } from "../../study-data.ts";
import { readMessages } from "../trackers-api.ts";
import { type Draft, type Trial, tryCodec } from "./codecs-api.ts";

const MESSAGES = 5;

/** Tries a codec as it stands in the editor: on what a tracker sent last, or on bytes somebody types. */
@Component({
  selector: "zpr-codec-trial",
  imports: [JsonPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./codecs.css",
  templateUrl: "./codec-trial.html",
})
export class CodecTrial {
  readonly #locale = inject(PageLocale).current;
  readonly #data = inject(StudyData);
  /** Undefined while its mapping is no JSON object. */
  readonly draft = input<Draft>();

  protected readonly trackers = computed(() =>
    this.#data.trackers().filter(({ lastHeardAt }) => lastHeardAt !== null),
  );
  protected readonly trials = signal<readonly Trial[] | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly failed = signal<string | undefined>(undefined);

  protected try(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    return this.#do(async (studyId, draft) => {
      const hex = String(form.get("hex") ?? "").replaceAll(/[\s:]/g, "");
      if (hex !== "") {
        const uplinks = [{ hex, port: Number(form.get("port")) }];
        return tryCodec({ studyId, ...draft, uplinks });
      }
      const messages = await readMessages(studyId, Number(form.get("tracker")), MESSAGES);
      const rawMessageIds = messages.map(({ id }) => id);
      return tryCodec({ studyId, ...draft, rawMessageIds });
    });
  }

  protected place(position: readonly [number, number]): string {
    return placeText(position, this.#locale());
  }

  protected volts(volts: number): string {
    return voltsText(volts, this.#locale());
  }

  async #do(act: (studyId: number, draft: Draft) => Promise<readonly Trial[]>): Promise<void> {
    const studyId = this.#data.study()?.id;
    const draft = this.draft();
    if (studyId === undefined || !draft) return;
    this.busy.set(true);
    this.failed.set(undefined);
    try {
      this.trials.set(await act(studyId, draft));
    } catch (reason) {
      this.trials.set(undefined);
      this.failed.set(reason instanceof LabProblem ? reason.detail : "");
    }
    this.busy.set(false);
  }
}
