import { computed, DestroyRef, Injectable, inject, signal } from "@angular/core";
import type { Position } from "@zpr/model";
import { newUuid } from "../../kit/new-uuid.ts";
import { sendStep } from "./release-api.ts";
import { nextDraft, type ReleaseDraft } from "./release-draft.ts";
import {
  afterStep,
  entryOf,
  isDue,
  nextStep,
  type ReleaseEntry,
  stateOf,
  without,
} from "./release-entry.ts";
import { openReleaseStore } from "./release-store.ts";

const LOCK = "zpr-releases";
const EVERY_MS = 5_000;

/** Releases of this phone: kept first, sent whenever there is a way, by one tab at a time. */
@Injectable({ providedIn: "root" })
export class ReleaseQueue {
  readonly #entries = signal<readonly ReleaseEntry[]>([]);
  readonly #waitingCount = computed(
    () => this.#entries().filter((entry) => stateOf(entry) !== "sent").length,
  );
  #sending = false;

  /** Drafts and photos lie in the same place. */
  readonly store = openReleaseStore();
  /** All releases of this phone, newest first. */
  readonly entries = this.#entries.asReadonly();
  /** How many of them the server does not have as a whole. */
  readonly waitingCount = this.#waitingCount;

  constructor() {
    const timer = setInterval(() => void this.send(), EVERY_MS);
    const wake = () => void this.#wake();
    addEventListener("online", wake);
    addEventListener("focus", wake);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener("online", wake);
      removeEventListener("focus", wake);
    });
    void this.#show().then(() => this.send());
  }

  /** Keeps a batch as released now; resolves with the draft of the next when it is safe on this phone. */
  async release(draft: ReleaseDraft & { readonly position: Position }): Promise<ReleaseDraft> {
    const entry = entryOf(draft, { id: newUuid(), now: Date.now() });
    const next = nextDraft(draft);
    await (await this.store).release(entry, next);
    await this.#show();
    void this.send();
    return next;
  }

  /** Sends a refused release without the items that stand in its way. */
  async sendWithout(entry: ReleaseEntry, codes: readonly string[]): Promise<void> {
    await (await this.store).change(entry.id, (kept) => without(kept, codes, Date.now()));
    await this.send();
  }

  /** Forgets a release on this phone. */
  async forget(id: string): Promise<void> {
    await (await this.store).forget(id);
    await this.#show();
  }

  /** Sends all that is due, unless another tab does. */
  async send(): Promise<void> {
    if (this.#sending || this.#waitingCount() === 0) return;
    this.#sending = true;
    try {
      const work = () => this.#sendDue();
      await (navigator.locks ? navigator.locks.request(LOCK, work) : work());
    } finally {
      this.#sending = false;
    }
  }

  /** Something happened that makes success likelier than it was: nothing waits for its turn. */
  async #wake(): Promise<void> {
    const store = await this.store;
    for (const { id } of this.#entries())
      await store.change(id, (kept) => ({ ...kept, nextTryAt: Date.now() }));
    await this.send();
  }

  async #sendDue(): Promise<void> {
    const store = await this.store;
    for (;;) {
      const entries = [...(await store.entries())].sort((a, b) => a.releasedAt - b.releasedAt);
      const entry = entries.find((one) => isDue(one, Date.now()));
      const step = entry && nextStep(entry);
      if (!entry || !step) break;
      const photo = step.kind === "photo" ? await store.photo(entry.id, step.n) : undefined;
      const answer = await sendStep(entry, step, photo);
      await store.change(entry.id, (kept) => afterStep(kept, step, { answer, now: Date.now() }));
      if (step.kind === "photo" && answer.kind === "ok") await store.removePhoto(entry.id, step.n);
      await this.#show();
    }
  }

  async #show(): Promise<void> {
    const entries = await (await this.store).entries();
    this.#entries.set([...entries].sort((a, b) => b.releasedAt - a.releasedAt));
  }
}
