import { Injectable, signal } from "@angular/core";

const STORAGE_KEY = "zpr-lab-keys";

/** What single keys do in the review; each is also a button. */
export const SHORTCUTS = {
  j: "next",
  k: "previous",
  a: "accept",
  r: "reject",
  e: "correct",
  m: "merge",
  h: "hide",
  b: "blur",
  "?": "help",
} as const;
export type Act = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** Whether single keys act: who dictates or whose hands tremble switches them off (WCAG 2.1.4). */
@Injectable({ providedIn: "root" })
export class Shortcuts {
  readonly #on = signal(remembered());
  readonly on = this.#on.asReadonly();

  choose(on: boolean): void {
    this.#on.set(on);
    try {
      localStorage.setItem(STORAGE_KEY, String(on));
    } catch {
      // A browser that keeps nothing still obeys until it is closed.
    }
  }

  /** What a key asks for, unless it is part of something that is typed. */
  actOf({ key, target, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): Act | undefined {
    if (!this.#on() || ctrlKey || metaKey || altKey || repeat || isTyping(target)) return undefined;
    return Object.entries(SHORTCUTS).find(([one]) => one === key.toLowerCase())?.[1];
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]",
    ) !== null
  );
}

function remembered(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "false";
  } catch {
    return true;
  }
}
