import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "../free-port.ts";

/** What a line between a phone and the server can do to one request. */
export type Fault = "none" | "dead" | "cut-in-body" | "answer-lost" | "busy" | "captive" | "slow";

/** A line from a browser to the server that can be broken. */
export interface FaultyLine {
  readonly url: string;
  /** Decides what befalls each request, by its method and path. */
  spoil(fault: (method: string, path: string) => Fault): void;
  close(): void;
}

const SLOW_MS = 400;
const CUT_AFTER_BYTES = 20_000;

/** Opens a line to the server at `target`, which is whole at first. */
export async function openFaultyLine(target: string): Promise<FaultyLine> {
  let faultOf: (method: string, path: string) => Fault = () => "none";
  const server = createServer((asked, answer) => {
    const fault = faultOf(asked.method ?? "", asked.url ?? "");
    const pass = () => passOn(new URL(asked.url ?? "", target), { asked, answer, fault });
    if (fault === "dead") asked.socket.destroy();
    else if (fault === "busy") answer.writeHead(503).end();
    else if (fault === "captive")
      answer.writeHead(404, { "content-type": "text/html" }).end("<h1>Please log in</h1>");
    else if (fault === "slow") setTimeout(pass, SLOW_MS);
    else pass();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    spoil(fault) {
      faultOf = fault;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Exchange {
  readonly asked: IncomingMessage;
  readonly answer: ServerResponse;
  readonly fault: Fault;
}

function passOn(to: URL, { asked, answer, fault }: Exchange): void {
  const { method, headers } = asked;
  const onward = request(to, { method, headers }, (said) => {
    if (fault === "answer-lost") {
      said.resume();
      said.on("end", () => asked.socket.destroy());
      return;
    }
    answer.writeHead(said.statusCode ?? 502, said.headers);
    said.pipe(answer);
  });
  onward.on("error", () => asked.socket.destroy());
  asked.on("error", () => onward.destroy());
  asked.pipe(onward);
  if (fault !== "cut-in-body") return;
  let bytes = 0;
  asked.on("data", (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes < CUT_AFTER_BYTES) return;
    onward.destroy();
    asked.socket.destroy();
  });
}
