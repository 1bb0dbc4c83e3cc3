import { DestroyRef, Injectable, inject, type Signal, signal } from "@angular/core";

const WIDE = "(min-width: 900px)";
/** The longest words of four languages need this much for a table of eight columns. */
const ROOMY = "(min-width: 1280px)";

/** How much room there is. */
@Injectable({ providedIn: "root" })
export class Screen {
  readonly #destroyed = inject(DestroyRef);

  /** Whether there is room for a menu beside the page. */
  readonly wide = this.#watch(WIDE);
  /** Whether there is room for tables as well. */
  readonly roomy = this.#watch(ROOMY);

  #watch(wanted: string): Signal<boolean> {
    const query = matchMedia(wanted);
    const matches = signal(query.matches);
    const look = () => matches.set(query.matches);
    query.addEventListener("change", look);
    this.#destroyed.onDestroy(() => query.removeEventListener("change", look));
    return matches.asReadonly();
  }
}
