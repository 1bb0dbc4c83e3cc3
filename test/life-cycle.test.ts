import { connect } from "node:net";
import { TrackerLink, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caller, run } from "./running-server.ts";
import { type ServerProcess, serverProcess } from "./server-process.ts";

let server: ServerProcess;

beforeAll(async () => {
  server = await serverProcess();
});
afterAll(() => server.remove());

const NOW = Date.parse("2026-06-01T00:00:00Z");

function record(second: number) {
  return {
    time: NOW + second * 1000,
    position: [4.3, 51.2] as const,
    altitudeMetres: 1,
    headingDegrees: 0,
    satellites: 8,
    speedKilometresPerHour: 0,
    io: {},
  };
}

describe("zpr serve", () => {
  test("refuses a folder that another one works on, and says whose it is", async () => {
    const { pid } = await server.start();
    const refusal = await run(["serve"], server.environment).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    );
    expect(refusal?.code).toBe(3);
    expect(refusal?.stderr).toContain(`another zpr (process ${pid}) is running`);
    expect((await fetch(`${server.url}/health/ready`)).ok).toBe(true);
  });

  test("drains and stops within ten seconds of SIGTERM, keeping what it acknowledged last", async () => {
    const key = await run(["user", "key", "end", "--admin"], server.environment);
    const call = caller(server.url, key);
    const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "End" });
    const uniqueId = testImei("end");
    const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", {
      studyId,
      protocol: "teltonika",
      uniqueId,
    });
    const idle = connect(server.teltonikaPort, "127.0.0.1");
    const link = new TrackerLink({ host: "127.0.0.1", port: server.teltonikaPort }, uniqueId);
    await link.send([record(0), record(1), record(2)]);

    const began = Date.now();
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    idle.destroy();
    link.close();

    await server.start();
    await expect
      .poll(async () => (await call<unknown[]>("GET", `/api/v1/fixes?trackerId=${id}`)).length)
      .toBe(3);
  });

  test("says which setting is wrong", async () => {
    const refusal = await run(["config"], { ZPR_HTTP_PORT: "eighty" }).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refusal).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ZPR_HTTP_PORT is "eighty"'),
    });
  });

  test("shows its configuration with secrets masked", async () => {
    const shown = await run(["config"], { ZPR_DATABASE_URL: "postgres://zpr:secret@db/zpr" });
    expect(JSON.parse(shown)).toMatchObject({
      ZPR_HTTP_PORT: expect.any(Number),
      ZPR_DATABASE_URL: "********",
    });
  });
});
