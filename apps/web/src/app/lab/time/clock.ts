import { DestroyRef, Injectable, inject, signal } from "@angular/core";

const TICK_MS = 5_000;

/** The time, as often as pages that say "ago" need it; milliseconds since 1970. */
@Injectable({ providedIn: "root" })
export class Clock {
  readonly #now = signal(Date.now());

  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = setInterval(() => this.#now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
