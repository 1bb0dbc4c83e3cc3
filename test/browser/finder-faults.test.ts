import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useServer } from "../running-server.ts";
import { noBrowser, useBrowser } from "./browser.ts";
import { type Fault, type FaultyLine, openFaultyLine } from "./faulty-line.ts";
import {
  addPhoto,
  answerAll,
  ON_THE_BANK,
  photoOf,
  send,
  stateOf,
  useStudy,
} from "./finder-study.ts";

/** How many schedules of faults to go through; more than `npm test` does when asked for. */
const SCHEDULES = Number(process.env["ZPR_FAULT_SCHEDULES"] ?? 20);
const TIMEOUT_MS = 120_000 + SCHEDULES * 8_000;

const server = useServer();
const study = useStudy(server, 1 + SCHEDULES);
const open = useBrowser();

interface Attempt {
  readonly code: string;
  readonly photos: number;
  readonly chance: () => number;
}

function nthCode(at: number): string {
  return study().codes[at] ?? "";
}

describe.skipIf(noBrowser)("a report under random faults", () => {
  let line: FaultyLine;
  let photo: Buffer;
  const whole = () => "none" as const;

  beforeAll(async () => {
    line = await openFaultyLine(server().url);
    photo = await photoOf(800);
  });
  afterAll(() => line?.close());

  /** Reports an item while everything may go wrong; what is told to have arrived must have. */
  async function reportUnderFaults(page: Page, { code, photos, chance }: Attempt): Promise<void> {
    line.spoil(whole);
    await page.goto(`${line.url}/${code}`);
    await page.getByText("Position found").waitFor();
    for (let n = 1; n <= photos; n++) await addPhoto(page, photo, n);
    await answerAll(page);
    line.spoil(schedule(chance));
    await send(page);
    await happen(page, chance);
    await happen(page, chance);
    await page.goto(`${line.url}/found`);
    if ((await stateOf(page, code)) !== "Arrived") return;
    const reports = await study().reportsOf(code);
    expect(reports.map((report) => report.photos.length)).toEqual([photos]);
  }

  test(
    `is never lost nor doubled, in ${SCHEDULES} schedules of faults`,
    async () => {
      const first = await open(ON_THE_BANK);
      const context = first.context();
      const sent = new Map<string, number>();
      for (let seed = 1; seed <= SCHEDULES; seed++) {
        const chance = randomFrom(seed);
        const page = await context.newPage();
        const photos = Math.floor(chance() * 3);
        await reportUnderFaults(page, { code: nthCode(seed), photos, chance });
        sent.set(nthCode(seed), photos);
        await page.close();
      }
      line.spoil(whole);
      await first.goto(`${line.url}/found`);
      for (const [code, photos] of sent) {
        await expect.poll(() => stateOf(first, code), { message: code }).toBe("Arrived");
        const reports = await study().reportsOf(code);
        expect(reports.map((report) => report.photos.length)).toEqual([photos]);
      }
      await context.close();
    },
    TIMEOUT_MS,
  );
});

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FAULTS: readonly Fault[] = [
  "dead",
  "cut-in-body",
  "answer-lost",
  "busy",
  "captive",
  "slow",
  "none",
];

/** What befalls each thing that is sent, at random; pages still load. */
function schedule(chance: () => number): (method: string) => Fault {
  return (method) =>
    method === "GET" ? "none" : (FAULTS[Math.floor(chance() * FAULTS.length)] ?? "none");
}

/** Something that happens to a phone while it sends. */
async function happen(page: Page, chance: () => number): Promise<void> {
  const what = Math.floor(chance() * 4);
  if (what === 0) await page.reload();
  else if (what === 1) await page.evaluate("dispatchEvent(new Event('online'))");
  else if (what === 2) {
    await page.context().setOffline(true);
    await page.context().setOffline(false);
  } else {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.close();
  }
}
