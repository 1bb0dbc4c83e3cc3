import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepCallLedgers } from "../call-ledger.ts";
import { caller } from "../own-server.ts";
import { keepFinding } from "./finders.ts";
import { type Installation, install } from "./installation.ts";
import { keepInstructing } from "./instructions.ts";
import { chance } from "./random.ts";
import { keepReading } from "./readers.ts";
import { recoveries, strikeUntil } from "./strikes.ts";

const MINUTES = Number(process.env["ZPR_CHAOS_MINUTES"] ?? 10);
/** The same seed gives the same strikes in the same order; what they hit differs. */
const SEED = Number(process.env["ZPR_CHAOS_SEED"] ?? randomInt(1_000_000));
const MINUTE = 60_000;
/** What a start with all its processes and the comparing of ledgers take on a busy machine. */
const MORE_MILLISECONDS = 15 * MINUTE;
const EACH_KIND = 2;
const REST_MILLISECONDS = 300;
const CALM_MILLISECONDS = 5_000;
/** A pause of 30 s at most, the API's patience of 20 s, and the balancer's tries. */
const SLOWEST_SECONDS = 60;
const MOST_TO_END_MILLISECONDS = 20_000;

let installed: Installation;

beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.remove());

test(
  `${MINUTES} minutes of kills and pauses, seed ${SEED}: ledgers are equal, nobody hears of an error`,
  async () => {
    const { front, answers, key, portsOf } = installed;
    const { url } = front;
    console.log(`ZPR_CHAOS_SEED=${SEED} ZPR_CHAOS_MINUTES=${MINUTES}`);
    const call = caller(url, key);
    const refusals: string[] = [];
    const targets = await installed.targets();
    const ledgers = await keepCallLedgers({
      server: { call },
      portsOf,
      pushes: { apiUrl: url, url, key },
      eachKind: EACH_KIND,
      timeoutMilliseconds: 10_000,
      restMilliseconds: REST_MILLISECONDS,
    });
    const instructions = await keepInstructing({ url, key, call, portsOf, refusals });
    const finders = await keepFinding({ url, key, call, refusals });
    const { codes } = finders;
    const readers = keepReading({ url, key, codes, refusals });
    await pause(CALM_MILLISECONDS);

    const strikes = await strikeUntil(Date.now() + MINUTES * MINUTE, targets, chance(SEED));
    console.table(recoveries(strikes));
    const seen = readers.events.seen.length;
    const news = () => readers.events.seen.slice(seen).map(({ kind }) => kind);
    await expect.poll(news).toContain("fix");
    await pause(CALM_MILLISECONDS);
    await Promise.all([ledgers, instructions, finders, readers].map((one) => one.stop()));
    console.table(answers.table());
    console.log(`${front.handedOn()} requests handed on by the balancer`);

    const acknowledged = ledgers.acknowledged();
    const kept = await ledgers.compare();
    console.table(
      Object.fromEntries(
        Object.entries(acknowledged).map(([kind, count]) => [
          kind,
          { acknowledged: count, recorded: kept[kind] },
        ]),
      ),
    );
    console.table(await instructions.compare());
    console.table({ reports: await finders.compare() });
    expect(kept).toEqual(acknowledged);
    expect(answers.faults()).toEqual([]);
    expect(refusals).toEqual([]);
    expect(answers.slowestSeconds()).toBeLessThan(SLOWEST_SECONDS);
    const slow = strikes.filter(
      ({ ending }) => ending && ending.milliseconds > MOST_TO_END_MILLISECONDS,
    );
    expect(slow).toEqual([]);
  },
  MINUTES * MINUTE + MORE_MILLISECONDS,
);
