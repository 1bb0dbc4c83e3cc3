import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTtnBackfill, type TtnBackfill } from "./ttn-backfill.ts";

const NOW = new Date("2026-06-19T12:00:00Z");
const at = (minute: number) => `2026-06-19T11:${String(minute).padStart(2, "0")}:00.5Z`;

let network: Server;
let baseUrl: string;
let stored: readonly string[];
let failures: number;
const asked: string[] = [];

let bookmark: string | undefined;
const kept: string[] = [];
let backfill: TtnBackfill;

beforeEach(async () => {
  asked.length = 0;
  kept.length = 0;
  stored = [];
  failures = 0;
  bookmark = undefined;
  network = createServer(({ url }, response) => {
    const query = new URL(url ?? "", "http://x").searchParams;
    const after = query.get("after") ?? "";
    asked.push(after);
    if (failures-- > 0) return response.writeHead(503).end();
    const lines = stored
      .filter((receivedAt) => Date.parse(receivedAt) > Date.parse(after))
      .slice(0, Number(query.get("limit")))
      .map((receivedAt) => `${JSON.stringify({ result: { received_at: receivedAt } })}\n`);
    return response.writeHead(200).end(lines.join(""));
  });
  network.listen(0, "127.0.0.1");
  await once(network, "listening");
  baseUrl = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await backfill.close();
  network.close();
});

function start(append = async (_: Buffer) => {}): TtnBackfill {
  backfill = startTtnBackfill({
    storage: { baseUrl, application: "river", apiKey: "ours", pageSize: 2 },
    bookmark: {
      read: async () => bookmark,
      write: async (receivedAt) => {
        bookmark = receivedAt;
      },
    },
    append: async (bytes) => {
      await append(bytes);
      kept.push(JSON.parse(String(bytes)).result.received_at);
    },
    retryMilliseconds: 10,
    bookmarkMilliseconds: 0,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now: () => NOW,
  });
  return backfill;
}

describe("at the start", () => {
  it("fetches a day the first time, and remembers how far it came", async () => {
    stored = [1, 2, 3].map(at);
    await start().complete();
    expect(asked[0]).toBe("2026-06-18T12:00:00.000Z");
    expect(kept).toEqual([1, 2, 3].map(at));
    expect(bookmark).toBe(at(3));
  });

  it("fetches from its bookmark, and a little before", async () => {
    bookmark = at(3);
    stored = [2, 3, 4].map(at);
    await start().complete();
    expect(asked[0]).toBe("2026-06-19T11:02:30.500Z");
    expect(kept).toEqual([3, 4].map(at));
  });

  it("tries again when the network fails", async () => {
    failures = 2;
    stored = [at(1)];
    await start().complete();
    expect(kept).toEqual([at(1)]);
    expect(asked).toHaveLength(3);
  });

  it("goes on after the last page that was kept when keeping fails", async () => {
    stored = [1, 2, 3, 4].map(at);
    let left = 3;
    const trouble = async () => {
      if (left-- === 0) throw new Error("the database is away");
    };
    await start(trouble).complete();
    expect(new Set(kept)).toEqual(new Set([1, 2, 3, 4].map(at)));
    expect(bookmark).toBe(at(4));
    // Behind the bookmark lie half a minute's uplinks, not the whole day.
    expect(asked.filter((after) => after.startsWith("2026-06-18"))).toHaveLength(1);
  });
});

describe("while messages flow", () => {
  it("moves the bookmark with them", async () => {
    const { complete, heard } = start();
    await complete();
    await heard(at(5));
    await heard(at(4));
    expect(bookmark).toBe(at(5));
  });

  it("does not move it over what was missed before that is fetched", async () => {
    bookmark = at(1);
    const { complete, heard, interrupted, flowing } = start();
    await complete();
    interrupted();
    stored = [2, 3].map(at);
    await heard(at(9));
    expect(bookmark).toBe(at(1));
    flowing();
    await complete();
    expect(kept).toEqual([2, 3].map(at));
    await heard(at(9));
    expect(bookmark).toBe(at(9));
  });

  it("remembers at the end how far it came", async () => {
    const { complete, heard, close } = start();
    await complete();
    await heard(at(6));
    await close();
    expect(bookmark).toBe(at(6));
  });
});

it("ends in the middle of a trouble", async () => {
  failures = 1_000;
  const { close } = start();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
  await close();
});
