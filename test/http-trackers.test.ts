import { expect, test } from "vitest";
import { run, useServer } from "./running-server.ts";

const server = useServer();

interface Tracker {
  readonly fixCount: number;
  readonly lastFix: { readonly position: readonly number[] } | null;
}

test("a phone on its own port and a script with a key become fixes on the map", async () => {
  const { call, url, listeners } = server();
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Phones" });
  const trackers = ["phone-1", "script-1"].map((uniqueId) =>
    call<{ id: number }>("POST", "/api/v1/trackers", { studyId, protocol: "http", uniqueId }),
  );
  const [phone, script] = await Promise.all(trackers);

  const port = listeners.find(({ protocol }) => protocol === "http")?.port;
  const stamp = Math.floor(Date.now() / 1000);
  const asked = await fetch(
    `http://127.0.0.1:${port}/?id=phone-1&lat=51.2&lon=4.4&timestamp=${stamp}&hdop=1`,
  );
  expect(asked.status).toBe(200);

  const source = { studyId, protocol: "http", name: "my-script" };
  const { path } = await call<{ path: string }>("POST", "/api/v1/sources", source);
  const folder = { ZPR_DATA_DIR: server().folder };
  const key = await run(
    ["user", "key", "script", "--study", String(studyId), "--scope", "ingest"],
    folder,
  );
  const pushed = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "x-zpr-key": key },
    body: JSON.stringify([
      { id: "script-1", time: stamp, lon: 4.3, lat: 51.1 },
      { id: "script-1", time: stamp + 60, lon: 4.31, lat: 51.11 },
    ]),
  });
  expect(pushed.status).toBe(204);
  const reading = await fetch(`${url}/api/v1/trackers`, { headers: { "x-zpr-key": key } });
  expect(reading.status).toBe(401);

  const look = (id = 0) => call<Tracker>("GET", `/api/v1/trackers/${id}`);
  await expect.poll(async () => (await look(phone?.id)).lastFix?.position).toEqual([4.4, 51.2]);
  await expect.poll(async () => (await look(script?.id)).fixCount).toBe(2);
});
