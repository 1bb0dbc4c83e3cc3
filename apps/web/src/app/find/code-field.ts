import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { type ItemCode, parseItemCode } from "@zpr/model";
import { fetchItem } from "../kit/api.ts";
import { type CodeEntry, readCode } from "../kit/code-entry.ts";
import { codeText } from "../kit/measures.ts";
import { PluralPipe } from "../kit/plural.ts";
import { Sign } from "../kit/sign.ts";
import { FieldNames } from "./field-names.ts";

/** A correct code that no label of ours has, for the hint. */
const EXAMPLE = codeText("7KM2QX");

/** The field for the six characters: forgiving, checked while somebody types. */
@Component({
  selector: "zpr-code-field",
  imports: [PluralPipe, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./code-field.html",
  styleUrl: "./code-field.css",
})
export class CodeField {
  /** What stands in the field at first: a code from an address that was mistyped. */
  readonly start = input("");
  /** A code that is complete but belongs to nothing. */
  readonly unknown = input<ItemCode>();
  /** The words of its button. */
  readonly action = input.required<string>();
  /** Whether that is what the page is for. */
  readonly main = input(true);
  /** A complete code that its finder has confirmed. */
  readonly entered = output<ItemCode>();

  protected readonly id = inject(FieldNames).next("code");
  protected readonly example = EXAMPLE;
  protected readonly codeText = codeText;
  protected readonly text = linkedSignal(() => this.start());
  protected readonly entry = computed<CodeEntry>(() => {
    const entry = readCode(this.text());
    return entry.kind === "right" && entry.code === this.unknown() ? { kind: "slip" } : entry;
  });
  protected readonly suggestions = signal<readonly ItemCode[]>([]);
  /** Whether somebody pressed the button while the code was not complete. */
  protected readonly pressed = signal(false);
  protected readonly wrong = computed(() => {
    const { kind } = this.entry();
    return (
      kind === "slip" ||
      kind === "foreign" ||
      kind === "long" ||
      (this.pressed() && kind !== "right")
    );
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.text();
      this.suggestions.set([]);
      if (this.entry().kind !== "slip") return;
      // The server knows which of the codes one slip away exists.
      const timer = setTimeout(() => void this.#suggest(text), 250);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected type({ target }: Event): void {
    this.text.set((target as HTMLInputElement).value);
    this.pressed.set(false);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const entry = this.entry();
    if (entry.kind === "right") this.entered.emit(entry.code);
    else this.pressed.set(true);
  }

  async #suggest(text: string): Promise<void> {
    const answer = await fetchItem(text);
    if (answer.kind !== "refused" || text !== this.text()) return;
    const codes = answer.suggestions.map((code) => parseItemCode(code));
    this.suggestions.set(codes.filter((code) => code !== undefined));
  }
}
