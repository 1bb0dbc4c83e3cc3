import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CacheServer, cacheServer, type NatsServer, natsServer } from "@zpr/platform/testing";
import { callServer, speakerNamed, speeches, testImei } from "@zpr/simulator";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "../apart.ts";
import { freePort } from "../free-port.ts";
import { FIRST_TIME, toRecord } from "../ledger.ts";
import { caller, run } from "../own-server.ts";
import { look } from "../running-server.ts";
import { type Answers, countAnswers } from "./answers.ts";
import { type Front, startFront } from "./front.ts";
import type { Target } from "./strikes.ts";

/** Two processes of every role on PostgreSQL, Redis and NATS, behind a balancer. */
export interface Installation {
  readonly front: Front;
  readonly answers: Answers;
  readonly key: string;
  readonly portsOf: (protocol: string) => readonly number[];
  /** Everything that may fail; none before somebody is registered who tries whether it works. */
  targets(): Promise<readonly Target[]>;
  remove(): Promise<void>;
}

const TRY_MILLISECONDS = 2_000;

export async function install(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-chaos-"));
  const [database, cache, nats] = [await databaseServer(), await cacheServer(), await natsServer()];
  await Promise.all([cache.start(), nats.start()]);
  const port = await freePort();
  const settings = {
    ZPR_CACHE_URL: cache.url,
    ZPR_LOG_URL: `${nats.url}/zpr`,
    // Photos are in one place, as in a bucket.
    ZPR_DATA_DIR: folder,
    ZPR_PUBLIC_URL: `http://localhost:${port}`,
  };
  const two = (role: string) =>
    Promise.all([1, 2].map(() => roleProcess(role, database.url, settings)));
  const apis = await two("api");
  const gateways = await two("gateway");
  const ingests = await two("ingest");
  const all = [...apis, ...gateways, ...ingests];
  // The first makes the tables.
  await apis[0]?.start();
  await Promise.all(all.slice(1).map((one) => one.start()));
  const key = await run(["user", "key", "chaos", "--admin"], apis[0]?.environment ?? {});
  const answers = countAnswers();
  const urls = apis.map(({ url }) => url);
  const front = await startFront(port, urls, answers);
  return {
    front,
    answers,
    key,
    portsOf: (protocol) => gateways.map((gateway) => gateway.portOf(protocol)),
    async targets() {
      const works = await trials({ apis, gateways, url: front.url, key });
      const named = (role: string, those: readonly RoleProcess[], trial: Trial) =>
        those.map((one, number) =>
          processTarget(`${role} ${number + 1}`, one, () => trial(number)),
        );
      return [
        ...named("api", apis, works.answers),
        ...named("gateway", gateways, works.acknowledges),
        ...named("ingest", ingests, works.records),
        databaseTarget(database, works.records),
        serviceTarget("Redis", cache, works.isWhole),
        serviceTarget("NATS", nats, works.records),
      ];
    },
    async remove() {
      await front.close();
      for (const one of [...all, cache, nats, database]) one.thaw();
      await Promise.all(all.map((one) => one.stop("SIGTERM")));
      await Promise.all([cache.kill(), nats.remove()]);
      await database.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Trial = (number: number) => Promise<void>;

interface Tried {
  readonly apis: readonly RoleProcess[];
  readonly gateways: readonly RoleProcess[];
  readonly url: string;
  readonly key: string;
}

/** What works only when a part does, with a tracker of its own that tries it. */
async function trials({ apis, gateways, url, key }: Tried) {
  const [speech] = speeches;
  if (!speech) throw new Error("no tracker speaks");
  const call = caller(url, key);
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Trials" });
  const uniqueId = testImei("trials");
  const tracker = { studyId, protocol: speech.protocol, uniqueId };
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  let reports = 0;

  /** Reports through a gateway; gives the time of what was acknowledged. */
  const report = async (number: number): Promise<number> => {
    const tracked = await callServer(
      { host: "127.0.0.1", port: gateways[number]?.portOf(tracker.protocol) ?? 0 },
      { speech, speaker: speakerNamed(uniqueId), timeoutMilliseconds: TRY_MILLISECONDS },
    );
    const time = FIRST_TIME + reports++ * 1000;
    try {
      await tracked.report([toRecord(time)]);
    } finally {
      tracked.close();
    }
    return time;
  };

  async function get(address: string): Promise<Response> {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(TRY_MILLISECONDS),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer;
  }

  return {
    async answers(number: number) {
      await (await get(`${apis[number]?.url}/api/v1/fixes?limit=1`)).text();
    },
    async acknowledges(number: number) {
      await report(number);
    },
    /** From the tracker to what researchers see, by whichever process is there. */
    async records() {
      const time = await report(reports % gateways.length);
      const from = new Date(time).toISOString();
      for (const until = Date.now() + TRY_MILLISECONDS; Date.now() < until; ) {
        const answer = await get(`${url}/api/v1/fixes?trackerId=${id}&from=${from}&limit=1`);
        if ((await answer.text()) !== "[]") return;
      }
      throw new Error("it is not recorded");
    },
    async isWhole() {
      for (const api of apis) {
        const health = await look<{ degraded?: readonly string[] }>(`${api.url}/health/ready`);
        if (health.degraded) throw new Error(health.degraded.join(", "));
      }
    },
  };
}

function processTarget(name: string, one: RoleProcess, works: () => Promise<void>): Target {
  async function startAgain(restarted: () => void): Promise<void> {
    restarted();
    await one.start();
  }
  return {
    name,
    async kill(awayMilliseconds, restarted) {
      await one.stop("SIGKILL");
      await new Promise((away) => setTimeout(away, awayMilliseconds));
      await startAgain(restarted);
    },
    freeze: one.freeze,
    thaw: one.thaw,
    async end(restarted) {
      const began = performance.now();
      const code = await one.stop("SIGTERM");
      const milliseconds = performance.now() - began;
      await startAgain(restarted);
      return { code, milliseconds };
    },
    works,
  };
}

function databaseTarget(database: DatabaseServer, works: () => Promise<void>): Target {
  return {
    name: "PostgreSQL",
    async kill(awayMilliseconds, restarted) {
      await database.kill(awayMilliseconds);
      restarted();
    },
    freeze: database.freeze,
    thaw: database.thaw,
    works,
  };
}

function serviceTarget(
  name: string,
  service: CacheServer | NatsServer,
  works: () => Promise<void>,
): Target {
  return {
    name,
    async kill(awayMilliseconds, restarted) {
      await service.kill();
      await new Promise((away) => setTimeout(away, awayMilliseconds));
      await service.start();
      restarted();
    },
    freeze: service.freeze,
    thaw: service.thaw,
    works,
  };
}
