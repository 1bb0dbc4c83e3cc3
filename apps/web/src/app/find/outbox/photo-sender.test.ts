import { describe, expect, it } from "vitest";
import type { Answer, PhotoProgress } from "../../kit/api.ts";
import type { KeptPhoto } from "./phone-store.ts";
import { photoSender } from "./photo-sender.ts";

const KB = 1024;
const photo: KeptPhoto = {
  reportId: "one",
  n: 1,
  type: "image/jpeg",
  bytes: new ArrayBuffer(400 * KB),
};
const unreached: Answer<never> = { kind: "unreached" };

/** A server that keeps pieces as ours does, behind a line that takes some milliseconds for each. */
function server(pieceMs: number) {
  const heard: string[] = [];
  let has = 0;
  let isWhole = false;
  let isCut = false;
  let clock = 0;
  const progress = (): Answer<PhotoProgress> => ({
    kind: "ok",
    body: { receivedBytes: isWhole ? 0 : has, isWhole },
  });
  const send = photoSender({
    ask: async () => {
      heard.push("ask");
      return isCut ? unreached : progress();
    },
    sendPiece: async (_photo, { start, end, bytes }) => {
      heard.push(`${start / KB}-${end / KB}`);
      clock += pieceMs;
      if (isCut) return unreached;
      if (start !== 0 && start !== has)
        return { kind: "refused", status: 409, problem: "conflict", suggestions: [] };
      has = end;
      isWhole = end === bytes.byteLength;
      return progress();
    },
    now: () => clock,
  });
  return {
    heard,
    send,
    cut: (is: boolean) => {
      isCut = is;
    },
    holds: (bytes: number) => {
      has = bytes;
    },
  };
}

async function sendAll(send: ReturnType<typeof server>["send"]): Promise<void> {
  for (let left = 20; left > 0; left--) {
    const answer = await send(photo);
    if (answer.kind !== "ok" || answer.body.isWhole) return;
  }
}

describe("photoSender", () => {
  it("takes larger pieces on a good line", async () => {
    const { heard, send } = server(100);
    await sendAll(send);
    expect(heard).toEqual(["ask", "0-64", "64-192", "192-400"]);
  });

  it("stays with small ones on a bad line", async () => {
    const { heard, send } = server(9000);
    await sendAll(send);
    expect(heard).toHaveLength(8);
  });

  it("asks after a cut and goes on there, so that nothing that arrived is sent again", async () => {
    const { heard, send, cut } = server(3000);
    await send(photo);
    await send(photo);
    cut(true);
    expect(await send(photo)).toEqual(unreached);
    expect(await send(photo)).toEqual(unreached);
    cut(false);
    await sendAll(send);
    expect(heard.slice(0, 6)).toEqual(["ask", "0-64", "64-128", "128-192", "ask", "ask"]);
    expect(heard.slice(6)).toEqual(["128-192", "192-256", "256-320", "320-384", "384-400"]);
  });

  it("sends nothing of a photo that arrived while its answer was lost", async () => {
    const { heard, send } = server(100);
    await sendAll(send);
    heard.length = 0;
    expect(await send(photo)).toMatchObject({ body: { isWhole: true } });
    expect(heard).toEqual(["ask"]);
  });

  it("begins anew when all pieces are there and no photo came of them", async () => {
    const { heard, send, holds } = server(100);
    holds(400 * KB);
    await send(photo);
    expect(heard).toEqual(["ask", "0-64"]);
  });

  it("asks again when the server waits for another piece", async () => {
    const { heard, send, holds } = server(3000);
    await send(photo);
    holds(32 * KB);
    expect(await send(photo)).toEqual(unreached);
    await send(photo);
    expect(heard).toEqual(["ask", "0-64", "64-128", "ask", "32-96"]);
  });
});
