import { computed, DestroyRef, Injectable, inject, signal } from "@angular/core";
import type { ItemCode } from "@zpr/model";
import type { SightingBody } from "../../kit/api.ts";
import { asNew, type OutboxEntry } from "./outbox-entry.ts";
import { openPhoneStore } from "./phone-store.ts";
import { putWithProgress } from "./put-with-progress.ts";
import { makeDue, OUTBOX, type OutboxNews, type Progress, sendAlone } from "./send-alone.ts";
import { outdated } from "./send-due.ts";

const EVERY_MS = 60_000;
const SENT_KEPT_MS = 90 * 24 * 3600_000;
const DRAFT_KEPT_MS = 24 * 3600_000;

/**
 * Reports of this phone: saved first, sent whenever there is a way, by one tab at a time.
 * Tried when the app opens, is looked at again, comes online, and every minute; by the service
 * worker too where there is Background Sync.
 */
@Injectable({ providedIn: "root" })
export class Outbox {
  readonly #destroyRef = inject(DestroyRef);
  readonly #opening = openPhoneStore();
  readonly #channel = new BroadcastChannel(OUTBOX);
  readonly #entries = signal<readonly OutboxEntry[]>([]);
  readonly #progress = signal<Progress | null>(null);
  readonly #loaded = signal(false);
  #sending = false;
  #wanted = false;

  /** All reports of this phone, newest first. */
  readonly entries = this.#entries.asReadonly();
  /** The report that is on its way at this moment. */
  readonly sendingId = computed(() => this.#progress()?.id ?? null);
  /** How much of it (0 to 1) has left the phone. */
  readonly sentShare = computed(() => this.#progress()?.share ?? 0);
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
    addEventListener("pageshow", wake);
    this.#channel.onmessage = ({ data }: MessageEvent<OutboxNews>) => void this.#heed(data);
    this.#destroyRef.onDestroy(() => {
      clearInterval(timer);
      removeEventListener("online", wake);
      removeEventListener("focus", wake);
      removeEventListener("pageshow", wake);
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
    void askForSync();
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

  /** Sends what is due; once more when that was asked for meanwhile. */
  async send(): Promise<void> {
    this.#wanted = true;
    if (this.#sending) return;
    this.#sending = true;
    try {
      const store = await this.#opening;
      while (this.#wanted) {
        this.#wanted = false;
        await sendAlone({ store, put: putWithProgress, tell: (news) => this.#tell(news) });
      }
    } finally {
      this.#sending = false;
    }
  }

  async #wake(): Promise<void> {
    await makeDue(await this.#opening);
    await this.#reload();
    await this.send();
  }

  async #tidy(): Promise<void> {
    const store = await this.#opening;
    for (const { id } of outdated(await store.reports(), Date.now() - SENT_KEPT_MS))
      await store.removeReport(id);
    await store.dropDrafts(Date.now() - DRAFT_KEPT_MS);
  }

  #changed(): Promise<void> {
    return this.#tell({ kind: "changed" });
  }

  #tell(news: OutboxNews): Promise<void> {
    this.#channel.postMessage(news);
    return this.#heed(news);
  }

  async #heed(news: OutboxNews): Promise<void> {
    if (news.kind === "changed") await this.#reload();
    else this.#progress.set(news.progress);
  }

  async #reload(): Promise<void> {
    const entries = await (await this.#opening).reports();
    this.#entries.set([...entries].sort((one, other) => other.savedAt - one.savedAt));
    this.#loaded.set(true);
  }
}

/** Lets the service worker send what this page could not, when the network is back. */
async function askForSync(): Promise<void> {
  const registration: SyncingRegistration | undefined = await navigator.serviceWorker?.ready;
  // Firefox and WebKit have none, and who browses in private may not use it.
  await registration?.sync?.register(OUTBOX).catch(() => undefined);
}

interface SyncingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}
