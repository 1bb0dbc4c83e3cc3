import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { freePort } from "../free-port.ts";

/** What a line between a phone and the server can do to one request. */
export type Fault = "none" | "dead" | "cut-in-body" | "answer-lost" | "busy" | "captive" | "slow";

/** A line from a browser to the server that can be broken. */
export interface FaultyLine {
  readonly url: string;
  /** Decides what befalls each request, by its method and path. */
  spoil(fault: (method: string, path: string) => Fault): void;
  /** Has the web app come from a folder, as if another version of it were installed; else from the server. */
  serve(folder: string | undefined): void;
  close(): void;
}

const SLOW_MS = 400;
const CUT_AFTER_BYTES = 20_000;

/** Opens a line to the server at `target`, which is whole at first. */
export async function openFaultyLine(target: string): Promise<FaultyLine> {
  let faultOf: (method: string, path: string) => Fault = () => "none";
  let webFolder: string | undefined;
  const server = createServer((asked, answer) => {
    const exchange = { asked, answer, fault: faultOf(asked.method ?? "", asked.url ?? "") };
    befall(exchange, () => {
      const isSent = webFolder !== undefined && sendFile(webFolder, asked.url ?? "", answer);
      if (!isSent) passOn(new URL(asked.url ?? "", target), exchange);
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    spoil(fault) {
      faultOf = fault;
    },
    serve(folder) {
      webFolder = folder;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Answers with a file of the web app, or its page; says whether it did. */
function sendFile(folder: string, url: string, answer: ServerResponse): boolean {
  const { pathname } = new URL(url, "http://localhost");
  const isPage = /^\/(\w{6}|found)?$/.test(pathname);
  const path = join(folder, isPage ? "index.html" : pathname);
  const isFile =
    !pathname.startsWith("/api/") && statSync(path, { throwIfNoEntry: false })?.isFile();
  if (!isFile) return false;
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  answer.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
  answer.end(readFileSync(path));
  return true;
}

interface Exchange {
  readonly asked: IncomingMessage;
  readonly answer: ServerResponse;
  readonly fault: Fault;
}

function befall({ asked, answer, fault }: Exchange, pass: () => void): void {
  if (fault === "dead") asked.socket.destroy();
  else if (fault === "busy") answer.writeHead(503).end();
  else if (fault === "captive")
    answer.writeHead(404, { "content-type": "text/html" }).end("<h1>Please log in</h1>");
  else if (fault === "slow") setTimeout(pass, SLOW_MS);
  else pass();
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
