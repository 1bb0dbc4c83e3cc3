import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSpotReader } from "./spot-reader.ts";

const DAY = 24 * 60 * 60;
const LAST = Date.parse("2026-06-19T12:00:00Z") / 1000;

let server: Server;
let baseUrl: string;
/** The numbers of the messages in the feed, newest first; each is sent a minute before the next. */
let fed: readonly number[];
let answerInstead: { readonly status: number; readonly body: object } | undefined;
const asked: string[] = [];
const askedAt: number[] = [];

let bookmark: string | undefined;
const kept: number[] = [];
const warnings: unknown[] = [];
let reader: { close(): Promise<void> };

const messageOf = (id: number) => ({
  id,
  messengerId: "0-1234567",
  unixTime: LAST + id * 60,
  latitude: 51.2,
  longitude: 4.4,
});

const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => from + Math.sign(to - from) * at);

beforeEach(async () => {
  for (const list of [asked, askedAt, kept, warnings]) list.length = 0;
  bookmark = undefined;
  answerInstead = undefined;
  server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? "", "http://x");
    const start = Number(searchParams.get("start") ?? 1);
    asked.push(`${pathname}${searchParams.size > 0 ? `?${searchParams}` : ""}`);
    askedAt.push(Date.now());
    if (answerInstead)
      return response.writeHead(answerInstead.status).end(JSON.stringify(answerInstead.body));
    const page = fed.slice(start - 1, start + 49).map(messageOf);
    const message = page.length === 1 ? page[0] : page;
    return response.end(
      JSON.stringify({ response: { feedMessageResponse: { messages: { message } } } }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await reader.close();
  server.close();
});

interface Changes {
  readonly password?: string;
  readonly append?: () => Promise<void>;
  readonly everyMilliseconds?: number;
}

function start({ password, append = async () => {}, everyMilliseconds = 10 }: Changes = {}) {
  reader = startSpotReader({
    feed: { baseUrl, feedId: "0feed", ...(password !== undefined && { password }) },
    bookmark: {
      read: async () => bookmark,
      write: async (place) => {
        bookmark = place;
      },
    },
    number: 1,
    append: async (bytes) => {
      await append();
      kept.push(JSON.parse(String(bytes)).id);
    },
    log: { info: () => {}, warn: (about) => void warnings.push(about), error: () => {} },
    everyMilliseconds,
    now: () => new Date(),
  });
}

const turns = (count: number) => expect.poll(() => asked.length).toBeGreaterThanOrEqual(count);

describe("a feed", () => {
  it("is read to its end the first time, page after page, and then only for what is new", async () => {
    fed = range(120, 1);
    start();
    await expect.poll(() => kept.length).toBe(120);
    const path = "/spot-main-web/consumer/rest-api/2.0/public/feed/0feed/message.json";
    expect(asked.slice(0, 3)).toEqual([path, `${path}?start=51`, `${path}?start=101`]);
    await expect
      .poll(() => bookmark)
      .toBe(`0feed ${new Date((LAST + 120 * 60) * 1000).toISOString()}`);
    fed = range(122, 3);
    await expect.poll(() => kept.slice(120)).toEqual([121, 122]);
    await turns(asked.length + 2);
    expect(kept).toHaveLength(122);
  });

  it("loses nothing when messages come while its pages are read", async () => {
    fed = range(100, 1);
    start({
      append: async () => {
        if (kept.length === 10) fed = range(110, 1);
      },
    });
    await expect.poll(() => [...kept].sort((a, b) => a - b)).toEqual(range(1, 110));
  });

  it("is read from a day before its bookmark after a restart, and in whole when it is another", async () => {
    fed = range(3 * 24 * 60, 1).filter((id) => id % 144 === 0);
    bookmark = `0feed ${new Date((LAST + 3 * DAY) * 1000).toISOString()}`;
    start();
    await expect.poll(() => kept).toEqual(range(20, 30).map((at) => at * 144));
    await reader.close();
    kept.length = 0;
    bookmark = bookmark?.replace("0feed", "0other");
    start();
    await expect.poll(() => kept.length).toBe(30);
  });

  it("of a single message, or none, is a feed", async () => {
    fed = [7];
    start();
    await expect.poll(() => kept).toEqual([7]);
    answerInstead = { status: 200, body: { response: { errors: { error: { code: "E-0195" } } } } };
    await turns(asked.length + 2);
    expect(warnings).toEqual([]);
  });

  it("may have a password", async () => {
    fed = [1];
    start({ password: "sword fish" });
    await turns(1);
    expect(asked[0]).toMatch(/message.json\?feedPassword=sword\+fish$/);
  });
});

it("asks once in each turn, and a turn has its place on the clock", async () => {
  fed = range(120, 1);
  start({ everyMilliseconds: 500 });
  await turns(3);
  for (const at of askedAt) expect((at - 2000) % 500).toBeLessThan(450);
  expect(new Set(askedAt.map((at) => Math.floor((at - 2000) / 500))).size).toBe(askedAt.length);
});

it("keeps what could not be kept in a later turn, and moves its bookmark only then", async () => {
  fed = range(3, 1);
  let failures = 2;
  start({
    append: async () => {
      if (failures-- > 0) throw new Error("the disk is full");
      expect(bookmark).toBeUndefined();
    },
  });
  await expect.poll(() => kept).toEqual([1, 2, 3]);
  expect(warnings).toHaveLength(2);
});

it.each([
  [403, {}, "asked too often"],
  [500, {}, "500"],
  [200, { response: { errors: { error: { code: "E-0160", text: "Feed not found" } } } }, "E-0160"],
  [200, {}, "no list of messages"],
  [
    200,
    { response: { feedMessageResponse: { messages: { message: { id: "x" } } } } },
    "without id or unixTime",
  ],
])("asks more and more seldom while it is answered with %i %j", async (status, body, reason) => {
  answerInstead = { status, body };
  start();
  await expect.poll(() => warnings.length).toBeGreaterThanOrEqual(4);
  expect(warnings[0]).toMatchObject({ error: expect.stringContaining(reason) });
  const gaps = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
  expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  expect(gaps.at(-1)).toBeGreaterThanOrEqual(70);
});
