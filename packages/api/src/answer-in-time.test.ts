import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { isAway } from "@zpr/storage";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerInTime } from "./answer-in-time.ts";
import { sayNoAsProblems } from "./say-no.ts";

const PATIENCE_MILLISECONDS = 300;

let app: FastifyInstance;
let goOn: () => void;
let standsStill: Promise<void>;

beforeEach(() => {
  standsStill = new Promise((resolve) => {
    goOn = resolve;
  });
  app = Fastify({ forceCloseConnections: true });
  sayNoAsProblems(app, isAway);
  answerInTime(app, PATIENCE_MILLISECONDS);
  app.addHook("onRequest", async ({ url }) => {
    if (url === "/nobody-knows-who-asks") await standsStill;
  });
  app.get("/nobody-knows-who-asks", async () => "known");
  app.get("/nothing-is-read", async (_request, reply) => {
    await standsStill;
    return reply.status(201).send("read");
  });
  app.post("/slow-line", async ({ body }) => ({ got: body }));
  for (const path of ["/away", "/api/v1/away"])
    app.get(path, async () => {
      throw Object.assign(new Error("connect ECONNREFUSED 10.0.0.3:5432"), {
        code: "ECONNREFUSED",
      });
    });
});
afterEach(() => app.close());

test.each(["/nobody-knows-who-asks", "/nothing-is-read"])(
  "%s is answered with 503 and when to come again, once",
  async (url) => {
    const { statusCode, headers, body } = await app.inject({ url });
    expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
    expect(JSON.parse(body)).toMatchObject({ type: "https://zpr.one/problems/not-ready" });
    goOn();
    expect((await app.inject({ url })).statusCode).toBeLessThan(300);
  },
);

test("what is away is said with 503, and not where it is", async () => {
  const { statusCode, headers, body } = await app.inject({ url: "/away" });
  expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
  expect(body).not.toContain("10.0.0.3");
});

test("a person is told on a page, in their language, where they asked for it", async () => {
  const headers = { accept: "text/html,*/*;q=0.8", "accept-language": "nl-BE,nl;q=0.9" };
  const page = await app.inject({ url: "/away", headers });
  expect([page.statusCode, page.headers["retry-after"]]).toEqual([503, "5"]);
  expect(page.headers["content-type"]).toMatch("text/html");
  expect(page.body).toContain('<html lang="nl"');
  expect((await app.inject({ url: "/away?lang=de", headers })).body).toContain('<html lang="de"');
  const program = await app.inject({ url: "/api/v1/away", headers });
  expect(program.headers["content-type"]).toMatch("application/problem+json");
});

test("the time that a slow line takes to bring a request is not ours", async () => {
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    "POST /slow-line HTTP/1.1\r\nhost: zpr\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 6\r\n\r\n",
  );
  for (const piece of ["pla", "sti"]) {
    await pause(PATIENCE_MILLISECONDS);
    socket.write(piece);
  }
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain('{"got":"plasti"}');
});
