import { expect, test } from "vitest";
import { useServer } from "./running-server.ts";

const server = useServer();

const SOURCE = `export function decodeUplink({ bytes }) {
  const { where, at } = JSON.parse(String.fromCharCode(...bytes));
  if (!where) return { errors: ["not said where"] };
  return { data: { x: where.e, y: where.n, at } };
}`;
const MAPPING = { longitude: "x", latitude: "y", fixTime: "at" };

interface Message {
  readonly outcome: string;
  readonly reason: string | null;
  readonly codec: { readonly hash: string } | null;
}

test("a codec, uploaded and given to a tracker, reads what nobody else could", async () => {
  const { call, listeners } = server();
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Buoys" });
  const tracker = { studyId, protocol: "http", uniqueId: "buoy-7" };
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  const codec = await call<{ id: number; hash: string }>("POST", "/api/v1/codecs", {
    studyId,
    name: "buoy",
    source: SOURCE,
    mapping: MAPPING,
  });
  await call("PATCH", `/api/v1/trackers/${id}`, { codecId: codec.id });

  const port = listeners.find(({ protocol }) => protocol === "http")?.port;
  const say = (body: object) =>
    fetch(`http://127.0.0.1:${port}/?as=payload&id=buoy-7`, {
      method: "POST",
      body: JSON.stringify(body),
    });
  const at = Math.floor(Date.now() / 1000);
  for (const body of [{ where: { e: 4.4, n: 51.2 }, at }, { at }])
    expect((await say(body)).status).toBe(200);

  const look = () => call<readonly Message[]>("GET", `/api/v1/raw-messages?trackerId=${id}`);
  await expect
    .poll(async () => (await look()).map(({ outcome, reason }) => [outcome, reason]).sort())
    .toEqual([
      ["decoded", null],
      ["undecodable", "codec: the codec says: not said where"],
    ]);
  const codecs = (await look()).map((message) => message.codec?.hash);
  expect(codecs).toEqual([codec.hash, codec.hash]);
  const found = await call<{ lastFix: object }>("GET", `/api/v1/trackers/${id}`);
  expect(found.lastFix).toMatchObject({
    time: new Date(at * 1000).toISOString(),
    position: [4.4, 51.2],
  });
});
