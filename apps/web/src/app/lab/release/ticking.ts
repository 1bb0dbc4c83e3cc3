import { DestroyRef, Injectable, inject, signal } from "@angular/core";

/** The time, every second; milliseconds since 1970. */
@Injectable()
export class Ticking {
  readonly #now = signal(Date.now());

  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = setInterval(() => this.#now.set(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
