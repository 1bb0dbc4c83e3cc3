import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";

/** Where the tracker listener is. */
export interface GatewayAddress {
  readonly host: string;
  readonly port: number;
}

/** A connection on which each thing said is answered with a known number of bytes. */
export interface AnswerSocket {
  /** Sends, and waits for an answer; rejects when the connection ends or takes too long. */
  ask(bytes: Buffer, answerLength: number): Promise<Buffer>;
  close(): void;
}

/** Connects; whatever goes wrong later comes out of the `ask` that is waiting. */
export async function openAnswerSocket(
  { host, port }: GatewayAddress,
  timeoutMilliseconds: number,
): Promise<AnswerSocket> {
  const socket = connect({ host, port, noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let failure: Error | undefined;
  let wake = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    socket.destroy();
    wake();
  };
  socket.on("data", (bytes) => {
    received = Buffer.concat([received, bytes]);
    wake();
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the server closed the connection")));
  socket.setTimeout(timeoutMilliseconds, () =>
    fail(new Error(`no answer within ${timeoutMilliseconds} ms`)),
  );
  await connected(socket, () => failure);

  return {
    async ask(bytes, answerLength) {
      socket.write(bytes);
      while (received.length < answerLength) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const answer = received.subarray(0, answerLength);
      received = received.subarray(answerLength);
      return answer;
    },
    close() {
      // An idle time-out after the last answer is no failure.
      socket.setTimeout(0);
      socket.end();
    },
  };
}

function connected(socket: Socket, failure: () => Error | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("close", () => reject(failure()));
  });
}
