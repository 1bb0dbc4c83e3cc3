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
import { PageLocale } from "../../kit/locale.ts";
import { placeText } from "../figures.ts";
import { Moment } from "../time/moment.ts";
import { CorrectionForm } from "./correction-form.ts";
import { hexDump } from "./hex-dump.ts";
import {
  type Decoded,
  decodeAgain,
  type RawMessage,
  readRawMessage,
  type StoredFix,
} from "./journey-api.ts";

type DecodedFix = Decoded["fixes"][number];

const COMPARED = [
  "speedMetresPerSecond",
  "headingDegrees",
  "altitudeMetres",
  "satellites",
  "hdop",
  "accuracyMetres",
  "batteryVolts",
  "batteryPercent",
] as const;
/** Reals are stored in four bytes. */
const SAME = 1e-5;

/** What stands behind a fix: the bytes as they came, what they say today, and a way to exclude it. */
@Component({
  selector: "zpr-fix-detail",
  imports: [CorrectionForm, Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./fix-detail.css",
  templateUrl: "./fix-detail.html",
})
export class FixDetail {
  readonly #locale = inject(PageLocale).current;
  readonly fix = input.required<StoredFix>();

  protected readonly raw = signal<RawMessage | undefined>(undefined);
  protected readonly decoded = signal<Decoded | undefined>(undefined);
  protected readonly failed = signal(false);
  protected readonly dump = computed(() => hexDump(this.raw()?.hex ?? ""));
  /** The record of the message that is this fix. */
  protected readonly again = computed(() =>
    this.decoded()?.fixes.find(({ time }) => Date.parse(time) === Date.parse(this.fix().time)),
  );
  protected readonly rows = computed(() => {
    const [fix, again] = [this.fix(), this.again()];
    return [
      { name: "place", stored: this.#place(fix.position), now: this.#place(again?.position) },
      ...COMPARED.map((name) => ({
        name,
        stored: this.#number(fix[name]),
        now: this.#number(again?.[name]),
      })),
    ].filter(({ stored, now }) => stored !== "–" || now !== "–");
  });
  protected readonly isSame = computed(() => {
    const again = this.again();
    return again !== undefined && sameFix(this.fix(), again);
  });

  constructor() {
    effect(() => {
      this.fix().rawMessageId;
      untracked(() => void this.#read());
    });
  }

  async #read(): Promise<void> {
    const { rawMessageId } = this.fix();
    try {
      const [raw, decoded] = await Promise.all([
        readRawMessage(rawMessageId),
        decodeAgain(rawMessageId),
      ]);
      this.raw.set(raw);
      this.decoded.set(decoded);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }

  #place(position: readonly [number, number] | null | undefined): string {
    return position ? placeText(position, this.#locale()) : "–";
  }

  #number(value: number | null | undefined): string {
    if (value === null || value === undefined) return "–";
    return new Intl.NumberFormat(this.#locale(), { maximumFractionDigits: 2 }).format(value);
  }
}

function sameFix(fix: StoredFix, again: DecodedFix): boolean {
  const numbers = COMPARED.map((name) => [fix[name], again[name]] as const);
  const places = [0, 1].map((at) => [fix.position?.[at], again.position?.[at]] as const);
  return [...numbers, ...places].every(
    ([one, other]) => Math.abs((one ?? 0) - (other ?? 0)) <= SAME * Math.max(1, Math.abs(one ?? 0)),
  );
}
