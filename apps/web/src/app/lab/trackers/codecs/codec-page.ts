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
import { usePageTitle } from "../../../kit/page-title.ts";
import { Sign } from "../../../kit/sign.ts";
import { LabProblem } from "../../ask.ts";
import { StudyData } from "../../study-data.ts";
import { objectIn, objectText } from "../one/tracker-form.ts";
import { CodecPins } from "./codec-pins.ts";
import { CodecTrial } from "./codec-trial.ts";
import { type Codec, type Draft, publishCodec, readCodec } from "./codecs-api.ts";

/** What a new codec begins with. */
const FIRST_SOURCE = `function decodeUplink(input) {
  const [high, low] = input.bytes;
  return { data: { batteryVolts: ((high << 8) | low) / 1000 } };
}
`;

/** `/lab/trackers/codecs/ID` or `new`: writes a codec, tries it on what was kept, publishes it and gives it to trackers. */
@Component({
  selector: "zpr-codec-page",
  imports: [CodecPins, CodecTrial, RouterLink, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./codecs.css",
  templateUrl: "./codec-page.html",
})
export class CodecPage {
  readonly #data = inject(StudyData);
  readonly #router = inject(Router);
  /** From the address. */
  readonly codecId = input.required<string>();

  protected readonly mayEdit = this.#data.mayEdit;
  /** The codec as it was published; undefined for a new one. */
  protected readonly codec = signal<Codec | undefined>(undefined);
  protected readonly ready = signal(false);
  protected readonly name = signal("");
  protected readonly source = signal("");
  protected readonly mapping = signal("");
  protected readonly busy = signal(false);
  protected readonly said = signal<"published" | "taken" | "noObject" | "failed" | undefined>(
    undefined,
  );
  /** Why the server refused it. */
  protected readonly reason = signal("");

  protected readonly draft = computed<Draft | undefined>(() => {
    const mapping = objectIn(this.mapping().trim() || "{}");
    return mapping && { source: this.source(), mapping };
  });
  protected readonly isChanged = computed(() => {
    const codec = this.codec();
    return (
      !codec ||
      codec.source !== this.source() ||
      objectText(codec.mapping) !== this.mapping() ||
      codec.name !== this.name()
    );
  });

  constructor() {
    usePageTitle("lab.codecs.title");
    effect(() => {
      const id = this.codecId();
      untracked(() => void this.#read(id));
    });
  }

  protected valueOf({ target }: Event): string {
    return (target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected async publish(submit: Event): Promise<void> {
    submit.preventDefault();
    const draft = this.draft();
    const studyId = this.#data.study()?.id;
    this.said.set(undefined);
    if (!draft) return this.said.set("noObject");
    if (studyId === undefined) return;
    this.busy.set(true);
    try {
      const made = await publishCodec({ studyId, name: this.name().trim(), ...draft });
      this.#show(made);
      this.said.set("published");
      await this.#router.navigate(["/lab/trackers/codecs", made.id], {
        queryParamsHandling: "merge",
        replaceUrl: true,
      });
    } catch (reason) {
      const isTaken = reason instanceof LabProblem && reason.status === 409;
      this.said.set(isTaken ? "taken" : "failed");
      this.reason.set(reason instanceof LabProblem ? reason.detail : "");
    }
    this.busy.set(false);
  }

  async #read(id: string): Promise<void> {
    if (String(this.codec()?.id) === id) return;
    this.codec.set(undefined);
    this.ready.set(id === "new");
    if (id === "new") return this.source.set(FIRST_SOURCE);
    try {
      this.#show(await readCodec(Number(id)));
      this.ready.set(true);
    } catch {
      this.said.set("failed");
    }
  }

  #show(codec: Codec): void {
    this.codec.set(codec);
    this.name.set(codec.name);
    this.source.set(codec.source);
    this.mapping.set(objectText(codec.mapping));
  }
}
