import { DestroyRef, Injectable, inject, signal } from "@angular/core";

const WIDE = "(min-width: 900px)";

/** How much room there is. */
@Injectable({ providedIn: "root" })
export class Screen {
  readonly #query = matchMedia(WIDE);
  readonly #wide = signal(this.#query.matches);

  /** Whether there is room for tables. */
  readonly wide = this.#wide.asReadonly();

  constructor() {
    const look = () => this.#wide.set(this.#query.matches);
    this.#query.addEventListener("change", look);
    inject(DestroyRef).onDestroy(() => this.#query.removeEventListener("change", look));
  }
}
