import { Injectable, signal } from "@angular/core";

const STORAGE_KEY = "zpr-lab-utc";

/** Whether the reader wants times in UTC; otherwise they are in the zone of the browser. */
@Injectable({ providedIn: "root" })
export class TimeZone {
  readonly #inUtc = signal(remembered());

  readonly inUtc = this.#inUtc.asReadonly();

  choose(inUtc: boolean): void {
    this.#inUtc.set(inUtc);
    try {
      localStorage.setItem(STORAGE_KEY, String(inUtc));
    } catch {
      // A browser that keeps nothing still obeys until it is closed.
    }
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === "true";
  } catch {
    return false;
  }
}
