import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { storedUplinks } from "./ttn-storage.ts";

const KEY = "NNSXS.OUR-KEY";

let server: Server;
let baseUrl: string;
const asked: string[] = [];
let stored: readonly string[] = [];
let form: (lines: readonly object[]) => string;

/** Answers as the Storage Integration does: those after an instant, in order, as many as asked for. */
beforeEach(async () => {
  asked.length = 0;
  form = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join("\n");
  server = createServer(({ url, headers }, response) => {
    const { pathname, searchParams } = new URL(url ?? "", "http://x");
    asked.push(`${pathname} ${searchParams.get("after")}`);
    if (headers.authorization !== `Bearer ${KEY}`) return response.writeHead(403).end("{}");
    const after = searchParams.get("after") ?? "";
    const lines = stored
      .filter((receivedAt) => receivedAt > after)
      .slice(0, Number(searchParams.get("limit")))
      .map((receivedAt) => ({ result: { received_at: receivedAt, uplink_message: {} } }));
    return response.writeHead(200, { "content-type": "text/event-stream" }).end(form(lines));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => void server.close());

const minute = (at: number) => `2026-06-19T11:${String(at).padStart(2, "0")}:00.123456789Z`;

async function read(after: string, changes: { apiKey?: string; pageSize?: number } = {}) {
  const storage = { baseUrl, application: "river one", apiKey: KEY, pageSize: 3, ...changes };
  const pages: (readonly string[])[] = [];
  for await (const page of storedUplinks(storage, after))
    pages.push(page.map(({ receivedAt }) => receivedAt));
  return pages;
}

it("reads page after page from where it left off", async () => {
  stored = [1, 2, 3, 4, 5, 6, 7, 8].map(minute);
  expect(await read(minute(1))).toEqual([
    [2, 3, 4].map(minute),
    [5, 6, 7].map(minute),
    [minute(8)],
  ]);
  const path = "/api/v3/as/applications/river%20one/packages/storage/uplink_message";
  expect(asked).toEqual([1, 4, 7].map((at) => `${path} ${minute(at)}`));
});

it("reads nothing when nothing is new", async () => {
  stored = [minute(1)];
  expect(await read(minute(1))).toEqual([]);
});

it("ends with a full page that is the last", async () => {
  stored = [1, 2, 3].map(minute);
  expect(await read(minute(0))).toEqual([[1, 2, 3].map(minute)]);
});

it("keeps each line as it came, also from an event stream", async () => {
  stored = [minute(1)];
  form = (lines) => lines.map((line) => `data: ${JSON.stringify(line)}\n\n`).join("");
  const storage = { baseUrl, application: "river", apiKey: KEY };
  for await (const [uplink] of storedUplinks(storage, minute(0)))
    expect(String(uplink?.bytes)).toBe(
      `{"result":{"received_at":"${minute(1)}","uplink_message":{}}}`,
    );
});

it("says what went wrong", async () => {
  stored = [minute(1)];
  await expect(read(minute(0), { apiKey: "wrong" })).rejects.toThrow("the storage answers 403");
  form = (lines) => `${JSON.stringify(lines[0])}\n{"error":{"message":"timeout"}}\n`;
  await expect(read(minute(0))).rejects.toThrow("the storage breaks off: timeout");
  form = () => '{"result":';
  await expect(read(minute(0))).rejects.toThrow(SyntaxError);
});
