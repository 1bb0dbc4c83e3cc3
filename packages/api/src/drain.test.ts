import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import { answersUntilClosed } from "./build-api.ts";
import { drain } from "./drain.ts";

let app: FastifyInstance;
let url: string;
let goOn: () => void;

beforeEach(async () => {
  const standsStill = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  app = Fastify(answersUntilClosed);
  drain(app, 500);
  app.get("/slow", async () => {
    await standsStill;
    return "answered";
  });
  app.get("/quick", async () => "answered");
  app.get("/endless", (_request, reply) => {
    reply.hijack();
    reply.raw.write("and so on");
  });
  url = await app.listen({ host: "127.0.0.1", port: 0 });
});

test("what has begun is answered before the app closes, and so is what comes meanwhile", async () => {
  const endless = await fetch(`${url}/endless`);
  const slow = fetch(`${url}/slow`).then((response) => response.text());
  await pause(50);
  const closed = app.close();
  await pause(50);
  const late = await fetch(`${url}/quick`);
  expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);
  goOn();
  expect(await slow).toBe("answered");
  await closed;
  await expect(endless.text()).rejects.toThrow();
});

test("what stands still does not keep it from closing", async () => {
  const slow = fetch(`${url}/slow`).then(
    () => "answered",
    () => "broken",
  );
  await pause(50);
  await app.close();
  expect(await slow).toBe("broken");
});
