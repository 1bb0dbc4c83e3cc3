import { DestroyRef, Injectable, inject, signal } from "@angular/core";
import type { ItemCode } from "@zpr/model";
import { type SightingBody, sendPhoto, sendReport } from "../../kit/api.ts";
import { asNew, type OutboxEntry } from "./outbox-entry.ts";
import { openPhoneStore } from "./phone-store.ts";
import { outdated, sendDue } from "./send-due.ts";

const NAME = "zpr-outbox";
const EVERY_MS = 60_000;
const SENT_KEPT_MS = 90 * 24 * 3600_000;

/**
 * Reports of this phone: saved first, sent whenever there is a way, by one tab at a time.
 * Tried when the app opens, is looked at again, comes online, and every minute.
 */
@Injectable({ providedIn: "root" })
export class Outbox {
  readonly #destroyRef = inject(DestroyRef);
  readonly #opening = openPhoneStore();
  readonly #channel = new BroadcastChannel(NAME);
  readonly #entries = signal<readonly OutboxEntry[]>([]);
  readonly #sendingId = signal<string | null>(null);
  readonly #loaded = signal(false);
  #sending = false;

  /** All reports of this phone, newest first. */
  readonly entries = this.#entries.asReadonly();
  /** The report that is on its way at this moment. */
  readonly sendingId = this.#sendingId.asReadonly();
  /** Whether the phone has told which reports it holds. */
  readonly loaded = this.#loaded.asReadonly();
  /** Whether this browser keeps reports when the page is closed. */
  readonly keeps = signal(true);
  /** Drafts and photos lie in the same place. */
  readonly store = this.#opening;

  /** Begins to watch for ways to send. */
  async start(): Promise<void> {
    const timer = setInterval(() => void this.send(), EVERY_MS);
    const wake = () => void this.#wake();
    addEventListener("online", wake);
    addEventListener("focus", wake);
    this.#channel.onmessage = () => void this.#reload();
    this.#destroyRef.onDestroy(() => {
      clearInterval(timer);
      removeEventListener("online", wake);
      removeEventListener("focus", wake);
      this.#channel.close();
    });
    this.keeps.set((await this.#opening).keeps);
    await this.#tidy();
    await this.#wake();
  }

  /** Saves a report with the photos already kept under its id; resolves when it is safe. */
  async submit(body: SightingBody, code: ItemCode, photos: readonly number[]): Promise<void> {
    const now = Date.now();
    const store = await this.#opening;
    await store.submit({
      id: body.id,
      code,
      body,
      photos: photos.map((n) => ({ n, state: "waiting" })),
      savedAt: now,
      attempts: 0,
      nextTryAt: now,
      receipt: null,
      problem: null,
    });
    await this.#changed();
    // Chromium and Firefox then keep the reports even when space runs out.
    void navigator.storage?.persist?.().catch(() => undefined);
    void this.send();
  }

  /** Tries a report again now, whatever its turn, perhaps under a corrected code. */
  async retry(entry: OutboxEntry, code: ItemCode = entry.code): Promise<void> {
    const store = await this.#opening;
    await store.changeReport(entry.id, (kept) => asNew(kept, code, Date.now()));
    await this.#changed();
    void this.send();
  }

  /** Deletes a report and its photos from this phone. */
  async remove(id: string): Promise<void> {
    await (await this.#opening).removeReport(id);
    await this.#changed();
  }

  /** Sends what is due, unless it is being done or there is surely no network. */
  async send(): Promise<void> {
    if (this.#sending || navigator.onLine === false) return;
    this.#sending = true;
    try {
      const store = await this.#opening;
      await alone(() =>
        sendDue({
          store,
          sendReport: ({ code, body }) => sendReport(code, body),
          sendPhoto: (photo) => sendPhoto({ id: photo.reportId, n: photo.n }, photo),
          now: Date.now,
          onStep: (id) => this.#sendingId.set(id),
          onChange: () => this.#changed(),
        }),
      );
    } finally {
      this.#sending = false;
      this.#sendingId.set(null);
    }
  }

  /** Something happened that makes success likelier than it was: nobody waits for their turn. */
  async #wake(): Promise<void> {
    const store = await this.#opening;
    for (const { id } of await store.reports())
      await store.changeReport(id, (entry) => ({ ...entry, nextTryAt: Date.now() }));
    await this.#reload();
    await this.send();
  }

  async #tidy(): Promise<void> {
    const store = await this.#opening;
    for (const { id } of outdated(await store.reports(), Date.now() - SENT_KEPT_MS))
      await store.removeReport(id);
  }

  async #changed(): Promise<void> {
    await this.#reload();
    this.#channel.postMessage("changed");
  }

  async #reload(): Promise<void> {
    const entries = await (await this.#opening).reports();
    this.#entries.set([...entries].sort((one, other) => other.savedAt - one.savedAt));
    this.#loaded.set(true);
  }
}

/** Runs work while no other tab runs it. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(NAME, work) : work();
}
