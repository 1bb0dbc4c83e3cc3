/**
 * `npm run quality`: measures the finder's screens, writes docs/quality.md, and fails when a promise is
 * broken. Words after `--` choose screens for Lighthouse and states for axe by the beginnings of their
 * names, and then nothing is written: `npm run quality -- Form form-map`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openTheatre, type Theatre } from "../screens/stage.ts";
import { openWorld } from "../screens/world.ts";
import { askAxe, isClean } from "./axe-results.ts";
import { measureBudgets } from "./budgets.ts";
import { isGood, type Scores, type Screen, scoresOf, screensOf } from "./lighthouse-scores.ts";
import { type Measured, qualityPage } from "./quality-page.ts";

const PAGE = new URL("../../docs/quality.md", import.meta.url).pathname;
/** From this heading on the page is written by people, and stays. */
const BY_HAND = "\n## Tried as a finder would";
const { version } = createRequire(import.meta.url)("lighthouse/package.json") as {
  readonly version: string;
};

const chosen = process.argv.slice(2);
const world = await openWorld();
try {
  await (chosen.length > 0 ? measureChosen() : writePage());
} finally {
  await world.close();
}

async function measureChosen(): Promise<void> {
  const isChosen = ({ name }: { readonly name: string }) =>
    chosen.some((word) => name.startsWith(word));
  const scores = await scoreAll(isChosen);
  const axe = await withTheatre((theatre) => askAxe(theatre, isChosen));
  if (!(scores.every(isGood) && axe.every(isClean))) process.exitCode = 1;
}

async function writePage(): Promise<void> {
  const measured = await measureAll();
  const old = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const byHand = old.includes(BY_HAND) ? old.slice(old.indexOf(BY_HAND)) : "";
  writeFileSync(PAGE, qualityPage(measured) + byHand);
  const broken = brokenPromises(measured);
  for (const promise of broken) console.error(`broken: ${promise}`);
  console.log(`docs/quality.md is written; ${broken.length} promises are broken`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

async function scoreAll(isWanted: (screen: Screen) => boolean): Promise<readonly Scores[]> {
  const scores = [];
  for (const screen of screensOf(world).filter(isWanted))
    scores.push(await scoresOf(screen, world));
  return scores;
}

async function measureAll(): Promise<Measured> {
  const scores = await scoreAll(() => true);
  const budgets = await measureBudgets(world);
  const axe = await withTheatre((theatre) => askAxe(theatre));
  const date = new Date().toISOString().slice(0, 10);
  return { date, lighthouse: version, scores, budgets, axe };
}

async function withTheatre<T>(work: (theatre: Theatre) => Promise<T>): Promise<T> {
  const theatre = await openTheatre(world);
  try {
    return await work(theatre);
  } finally {
    await theatre.close();
  }
}

function brokenPromises({ scores, budgets, axe }: Measured): readonly string[] {
  return [
    ...scores.filter((one) => !isGood(one)).map(({ screen }) => `Lighthouse on ${screen}`),
    ...budgets.filter((one) => one.measured > one.allowed).map(({ what }) => what),
    ...axe.filter((one) => !isClean(one)).map(({ title }) => `axe on ${title}`),
  ];
}
