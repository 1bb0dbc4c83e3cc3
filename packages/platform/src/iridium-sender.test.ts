import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { directIpWords } from "@zpr/protocols";
import { afterEach, describe, expect, it } from "vitest";
import { directIpSender } from "./iridium-sender.ts";

const IMEI = "300434060000013";
const command = { id: 65_537, uniqueId: IMEI, text: "0a 1F 00", settings: {} };
/** Command 65537 is message 2, as message numbers have 16 bits and no zero. */
const MESSAGE = Buffer.concat([
  Buffer.from("01001e", "hex"),
  Buffer.from("41001500000002", "hex"),
  Buffer.from(IMEI),
  Buffer.from("0020", "hex"),
  Buffer.from("4200030a1f00", "hex"),
]);

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map(closed)));

const closed = (server: Server) => new Promise((resolve) => server.close(resolve));

/** Iridium's side: reads one whole message, then says something and closes. */
async function iridiumThat(answers: (message: Buffer, socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 3 && received.length === 3 + received.readUInt16BE(1))
        answers(received, socket);
    });
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function confirmation(message: Buffer, status: number): Buffer {
  const answer = Buffer.alloc(31);
  answer.set([1, 0, 28, 0x44, 0, 25]);
  message.copy(answer, 6, 6, 25);
  answer.writeUInt32BE(7, 25);
  answer.writeInt16BE(status, 29);
  return answer;
}

const expecting = async () => undefined;

function senderTo(port: number, timeoutMilliseconds = 5000) {
  return directIpSender({ host: "127.0.0.1", port, timeoutMilliseconds }, directIpWords);
}

describe("the sender to Iridium's gateway", () => {
  it("sends one message, reads the confirmation in pieces and names the key of its delivery", async () => {
    const messages: Buffer[] = [];
    const port = await iridiumThat((message, socket) => {
      messages.push(message);
      const answer = confirmation(message, 1);
      socket.write(answer.subarray(0, 10));
      setTimeout(() => socket.end(answer.subarray(10)), 20);
    });
    const outcome = await senderTo(port).send(command, expecting);
    expect(messages).toEqual([MESSAGE]);
    expect(outcome).toEqual({ outcome: "sent", key: "mtmsn:2", bytes: MESSAGE });
  });

  it.each([
    [-2, "failed", "does not know the IMEI"],
    [-5, "retry", "queue is full"],
    [-10, "failed", "refuses our address"],
    [-99, "failed", "-99"],
  ])("says of status %i: %s", async (status, outcome, reason) => {
    const port = await iridiumThat((message, socket) => socket.end(confirmation(message, status)));
    expect(await senderTo(port).send(command, expecting)).toEqual({
      outcome,
      reason: expect.stringContaining(reason),
    });
  });

  it("tries again when another message is confirmed", async () => {
    const port = await iridiumThat((message, socket) => {
      const answer = confirmation(message, 1);
      answer.writeUInt32BE(3, 6);
      socket.end(answer);
    });
    expect(await senderTo(port).send(command, expecting)).toMatchObject({
      outcome: "retry",
      reason: "the gateway confirmed another message",
    });
  });

  it("tries again when the gateway hangs up, is silent or does not answer the call", async () => {
    const curt = await iridiumThat((_message, socket) => socket.end());
    expect(await senderTo(curt).send(command, expecting)).toMatchObject({ outcome: "retry" });
    const silent = await iridiumThat(() => undefined);
    expect(await senderTo(silent, 50).send(command, expecting)).toEqual({
      outcome: "retry",
      reason: expect.stringContaining("no answer within 50 ms"),
    });
    await Promise.all(servers.splice(0).map(closed));
    expect(await senderTo(silent).send(command, expecting)).toMatchObject({ outcome: "retry" });
  });

  it("does not call with a text that is no hexadecimal", async () => {
    const port = await iridiumThat(() => {
      throw new Error("nobody should call");
    });
    expect(await senderTo(port).send({ ...command, text: "INTERVAL=60" }, expecting)).toEqual({
      outcome: "failed",
      reason: "the text is not bytes in hexadecimal",
    });
  });
});
