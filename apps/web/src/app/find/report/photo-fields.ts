import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position } from "@zpr/model";
import { isPhoto, shrinkPhoto } from "../../kit/shrink-photo.ts";
import { Sign } from "../../kit/sign.ts";
import { Outbox } from "../outbox/outbox.ts";
import { photoPlace } from "./photo-place.ts";

interface Thumb {
  readonly n: number;
  readonly url: string;
}

type Refusal = "foreign" | "large" | "full" | "unkept";

const NUMBERS = [1, 2, 3, 4, 5];
const MOST_BYTES = 15 * 1024 * 1024;

/** Photos of a find, from camera or gallery; each lies on the phone before it is shown. */
@Component({
  selector: "zpr-photo-fields",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./photo-fields.html",
  styleUrl: "./photo-fields.css",
})
export class PhotoFields {
  readonly #outbox = inject(Outbox);

  readonly reportId = input.required<string>();
  readonly numbers = input.required<readonly number[]>();
  readonly changed = output<readonly number[]>();
  /** Where a photo says it was taken. */
  readonly located = output<Position>();

  protected readonly thumbs = signal<readonly Thumb[]>([]);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);

  constructor() {
    effect(() => void this.#show(this.reportId(), this.numbers()));
    inject(DestroyRef).onDestroy(() => this.#forget());
  }

  protected async add({ target }: Event): Promise<void> {
    const field = target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = "";
    this.refusal.set(null);
    this.busy.set(true);
    try {
      let numbers = this.numbers();
      for (const file of files) {
        const n = await this.#keep(file, numbers);
        if (n === undefined) continue;
        numbers = [...numbers, n];
        this.changed.emit(numbers);
        const place = await photoPlace(file);
        if (place) this.located.emit(place);
      }
    } finally {
      this.busy.set(false);
    }
  }

  protected async remove(n: number): Promise<void> {
    await (await this.#outbox.store).removePhoto(this.reportId(), n);
    this.changed.emit(this.numbers().filter((other) => other !== n));
  }

  /** Keeps a photo under the first free number; says why when it cannot. */
  async #keep(file: File, taken: readonly number[]): Promise<number | undefined> {
    const n = NUMBERS.find((free) => !taken.includes(free));
    if (n === undefined) return this.#refuse("full");
    if (!isPhoto(file)) return this.#refuse("foreign");
    const photo = await shrinkPhoto(file);
    if (photo.bytes.byteLength > MOST_BYTES) return this.#refuse("large");
    try {
      await (await this.#outbox.store).savePhoto({ reportId: this.reportId(), n, ...photo });
      return n;
    } catch {
      return this.#refuse("unkept");
    }
  }

  #refuse(refusal: Refusal): undefined {
    this.refusal.set(refusal);
  }

  async #show(reportId: string, numbers: readonly number[]): Promise<void> {
    const kept = await (await this.#outbox.store).photos(reportId);
    if (reportId !== this.reportId() || numbers !== this.numbers()) return;
    this.#forget();
    this.thumbs.set(
      kept
        .filter(({ n }) => numbers.includes(n))
        .map(({ n, type, bytes }) => ({
          n,
          url: URL.createObjectURL(new Blob([bytes], { type })),
        })),
    );
  }

  #forget(): void {
    for (const { url } of this.thumbs()) URL.revokeObjectURL(url);
  }
}
