import type { Answer, PhotoPiece, PhotoProgress } from "../../kit/api.ts";
import type { KeptPhoto } from "./phone-store.ts";

/** Ten seconds of a line of one bar, and what a good line carries in no time. */
const LEAST_BYTES = 64 * 1024;
const MOST_BYTES = 1024 * 1024;
const QUICK_MS = 1000;
const LONG_MS = 10_000;
/** The piece is not the one that the server waits for. */
const OUT_OF_ORDER = 409;

interface Line {
  readonly ask: (photo: KeptPhoto) => Promise<Answer<PhotoProgress>>;
  readonly sendPiece: (photo: KeptPhoto, piece: PhotoPiece) => Promise<Answer<PhotoProgress>>;
  readonly now: () => number;
}

/**
 * Sends a photo a piece at a time, each call one piece, so that a report may go between. Begins by
 * asking what the server has, and asks again after a cut: what has arrived is not sent twice.
 */
export function photoSender({ ask, sendPiece, now }: Line) {
  const going = new Map<string, number>();
  let most = LEAST_BYTES;

  async function progressOf(photo: KeptPhoto): Promise<Answer<PhotoProgress>> {
    const receivedBytes = going.get(keyOf(photo));
    going.delete(keyOf(photo));
    return receivedBytes === undefined
      ? ask(photo)
      : { kind: "ok", body: { receivedBytes, isWhole: false } };
  }

  return async (photo: KeptPhoto): Promise<Answer<PhotoProgress>> => {
    const before = await progressOf(photo);
    if (before.kind !== "ok" || before.body.isWhole) return before;
    const begun = now();
    const answer = await sendPiece(photo, pieceOf(photo, before.body.receivedBytes, most));
    most = nextSize(most, answer.kind === "ok" ? now() - begun : Number.POSITIVE_INFINITY);
    if (answer.kind === "refused" && answer.status === OUT_OF_ORDER) return { kind: "unreached" };
    if (answer.kind === "ok" && !answer.body.isWhole)
      going.set(keyOf(photo), answer.body.receivedBytes);
    return answer;
  };
}

function pieceOf({ type, bytes }: KeptPhoto, received: number, most: number): PhotoPiece {
  // All pieces there and yet no photo: it has to begin anew.
  const start = received < bytes.byteLength ? received : 0;
  return { type, bytes, start, end: Math.min(start + most, bytes.byteLength) };
}

function keyOf({ reportId, n }: KeptPhoto): string {
  return `${reportId}/${n}`;
}

function nextSize(bytes: number, tookMs: number): number {
  if (tookMs < QUICK_MS) return Math.min(bytes * 2, MOST_BYTES);
  return tookMs > LONG_MS ? LEAST_BYTES : bytes;
}
