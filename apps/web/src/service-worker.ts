import { nextStep } from "./app/find/outbox/outbox-entry.ts";
import { openPhoneStore } from "./app/find/outbox/phone-store.ts";
import { makeDue, OUTBOX, sendAlone } from "./app/find/outbox/send-alone.ts";

declare function importScripts(address: string): void;

/** Background Sync, which TypeScript's own types do not know (WICG, Chromium only). */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<void>): void;
}

importScripts("/ngsw-worker.js");

addEventListener("sync", (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === OUTBOX) sync.waitUntil(sendAll());
});

/** Sends what waits though no page is open; fails while something is left, to be called again. */
async function sendAll(): Promise<void> {
  const store = await openPhoneStore();
  const channel = new BroadcastChannel(OUTBOX);
  try {
    await makeDue(store);
    await sendAlone({ store, tell: (news) => channel.postMessage(news) });
    if ((await store.reports()).some(nextStep)) throw new Error("reports are still waiting");
  } finally {
    channel.close();
  }
}
