import type { RawMessage } from "@zpr/model";
import { prometheusMeter } from "@zpr/platform";
import { pushProtocolNamed } from "@zpr/protocols";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpListener, listenToHttp } from "./listen-http.ts";
import { emptyCommandBox } from "./testing.ts";

let listener: HttpListener;
let kept: RawMessage[];
let disk: () => Promise<void>;

beforeEach(async () => {
  [kept, disk] = [[], async () => {}];
  const protocol = pushProtocolNamed("http");
  if (!protocol) throw new Error("there is no http");
  const rawLog = {
    append: async (message: RawMessage) => {
      await disk();
      kept.push(message);
    },
  };
  listener = await listenToHttp(
    protocol,
    { host: "127.0.0.1", port: 0, callsPerAddress: 100 },
    {
      rawLog,
      commandBox: emptyCommandBox,
      meter: prometheusMeter(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      now: () => new Date("2026-06-19T12:00:00Z"),
    },
  );
});
afterEach(() => listener.close());

const at = (query: string) => `http://127.0.0.1:${listener.port}/${query}`;

test("a phone that asks with a query is kept, then answered", async () => {
  const answer = await fetch(at("?id=phone-1&lat=51.2&lon=4.4&timestamp=1781856000"));
  expect(answer.status).toBe(200);
  expect(kept).toMatchObject([{ protocol: "http", uniqueId: "phone-1", transport: "http" }]);
  expect(String(kept[0]?.bytes)).toContain("lat=51.2");
});

test("a list of messages is kept one by one", async () => {
  const body = '[{"id":"a","time":1781856000,"lon":4,"lat":51},{"id":"b","time":1781856000}]';
  const answer = await fetch(at(""), { method: "POST", body });
  expect(answer.status).toBe(200);
  expect(kept.map(({ uniqueId }) => uniqueId)).toEqual(["a", "b"]);
});

test("what cannot be read is kept too, and the sender hears why", async () => {
  const answer = await fetch(at("?lat=51.2&lon=4.4"));
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("no id");
  expect(kept).toMatchObject([{ uniqueId: null }]);
});

test("what cannot be kept is not acknowledged", async () => {
  disk = () => Promise.reject(new Error("no space left"));
  const { status, headers } = await fetch(at("?id=a&lat=1&lon=2"));
  expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
});

test("nobody sends without end", async () => {
  const body = Buffer.alloc(300 * 1024, 0x20);
  expect((await fetch(at(""), { method: "POST", body })).status).toBe(413);
});
