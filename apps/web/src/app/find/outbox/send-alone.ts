import { askPhotoProgress, type Put, sendPhotoPiece, sendReport } from "../../kit/api.ts";
import { shareSent, stateOf } from "./outbox-entry.ts";
import type { PhoneStore } from "./phone-store.ts";
import { photoSender } from "./photo-sender.ts";
import { sendDue } from "./send-due.ts";

/** The lock of the one who sends, the channel on which it tells how it goes, the tag of its sync. */
export const OUTBOX = "zpr-outbox";

/** The report that is on its way, with the share of it (0 to 1) that has left the phone. */
export interface Progress {
  readonly id: string;
  readonly share: number;
}

/** What tabs and the service worker tell each other. */
export type OutboxNews =
  | { readonly kind: "changed" }
  | { readonly kind: "progress"; readonly progress: Progress | null };

interface Sender {
  readonly store: PhoneStore;
  readonly tell: (news: OutboxNews) => void | Promise<void>;
  /** Makes what sends a photo's bytes, where its progress can be known. */
  readonly put?: (onShare: (share: number) => void) => Put;
}

/** Sends all that is due while no other tab and no service worker of this phone does. */
export function sendAlone({ store, tell, put }: Sender): Promise<void> {
  return alone(async () => {
    let id = "";
    let done = 0;
    let pieces = 1;
    const tellShare = (share: number) =>
      void tell({ kind: "progress", progress: { id, share: done + share / pieces } });
    await sendDue({
      store,
      sendReport: ({ code, body }) => sendReport(code, body),
      sendPhoto: photoSender({
        ask: ({ reportId, n }) => askPhotoProgress({ id: reportId, n }),
        sendPiece: ({ reportId, n }, piece) => {
          const total = piece.bytes.byteLength;
          const tellPiece = (share: number) =>
            tellShare((piece.start + share * (piece.end - piece.start)) / total);
          return sendPhotoPiece({ id: reportId, n }, piece, put?.(tellPiece));
        },
        now: Date.now,
      }),
      now: Date.now,
      onStep: (entry, step) => {
        const goesOn = step.kind === "photo" && entry.id === id;
        id = entry.id;
        done = shareSent(entry);
        pieces = 1 + entry.photos.length;
        if (!goesOn) tellShare(0);
      },
      onChange: async () => tell({ kind: "changed" }),
    }).finally(() => tell({ kind: "progress", progress: null }));
  });
}

/** Something happened that makes success likelier than it was: nobody waits for their turn. */
export async function makeDue(store: PhoneStore): Promise<void> {
  for (const entry of await store.reports())
    if (stateOf(entry) === "waiting" || stateOf(entry) === "photos")
      await store.changeReport(entry.id, (kept) => ({ ...kept, nextTryAt: Date.now() }));
}

function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(OUTBOX, work) : work();
}
