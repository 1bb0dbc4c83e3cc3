import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import {
  type ApiKey,
  makeKey,
  makeSource,
  readKeys,
  readSources,
  removeSource,
  revokeKey,
  type Source,
} from "./study-api.ts";

/** What may push messages, by the names that the API has for it. */
const PROTOCOLS = ["ttn", "chirpstack", "digitalmatter", "globalstar", "spot", "http"] as const;

/** `/lab/study/access`: how machines come in: API keys, and networks that bring messages of trackers. */
@Component({
  selector: "zpr-access-tab",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  templateUrl: "./access-tab.html",
})
export class AccessTab {
  readonly #data = inject(StudyData);
  readonly #studyId = this.#data.study()?.id ?? 0;
  protected readonly isOwner = this.#data.isOwner;
  protected readonly keys = signal<readonly ApiKey[] | undefined>(undefined);
  protected readonly sources = signal<readonly Source[]>([]);
  /** Of the key made last; it is nowhere else. */
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly failed = signal<"failed" | "access.taken" | "access.overtaken" | undefined>(
    undefined,
  );
  protected readonly protocols = PROTOCOLS;
  /** What is to go when asked once more: `key 3`, `source 1`. */
  protected readonly going = signal<string | undefined>(undefined);

  constructor() {
    if (this.isOwner()) void this.#do(async () => undefined);
  }

  protected make(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const given = new FormData(form);
    return this.#do(async () => {
      const secret = await makeKey({
        studyId: this.#studyId,
        name: String(given.get("name")).trim(),
        scope: given.get("scope") === "ingest" ? "ingest" : "read",
      });
      this.secret.set(secret);
      form.reset();
    });
  }

  protected revoke({ id }: ApiKey): Promise<void> {
    return this.#whenSure(`key ${id}`, () => revokeKey(id));
  }

  protected makeSource(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const given = new FormData(form);
    return this.#do(async () => {
      const [protocol, name] = [String(given.get("protocol")), String(given.get("name")).trim()];
      await makeSource({ studyId: this.#studyId, protocol, name });
      form.reset();
    });
  }

  protected removeSource(source: Source): Promise<void> {
    return this.#whenSure(`source ${source.id}`, () => removeSource(source));
  }

  async #whenSure(what: string, act: () => Promise<void>): Promise<void> {
    const isSure = this.going() === what;
    this.going.set(isSure ? undefined : what);
    if (isSure) await this.#do(act);
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failed.set(undefined);
    try {
      await act();
    } catch (reason) {
      this.failed.set(faultOf(reason));
    }
    await this.#read();
    this.busy.set(false);
  }

  async #read(): Promise<void> {
    try {
      const [keys, sources] = await Promise.all([
        readKeys(this.#studyId),
        readSources(this.#studyId),
      ]);
      this.keys.set(keys);
      this.sources.set(sources);
    } catch {
      this.failed.set("failed");
    }
  }
}

function faultOf(reason: unknown): "failed" | "access.taken" | "access.overtaken" {
  if (!(reason instanceof LabProblem)) return "failed";
  if (reason.status === 409) return "access.taken";
  return reason.status === 412 ? "access.overtaken" : "failed";
}
