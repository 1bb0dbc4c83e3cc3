import { randomUUID } from "node:crypto";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import { type Database, postgresContestStore, postgresSightingStore } from "@zpr/storage";
import { readConfig } from "../../apps/server/src/config.ts";
import { visitDatabase } from "../../apps/server/src/open-database.ts";
import { type RunningServer, startOwnServer } from "../../test/own-server.ts";
import { contestRules, finds, PLACES } from "./river-facts.ts";

/** A server with a small study in which everything has happened that a screen can show. */
export interface World {
  readonly url: string;
  readonly call: RunningServer["call"];
  readonly codes: Readonly<Record<CodeName, ItemCode>>;
  /** The study whose contest takes reports, and the one whose contest is over. */
  readonly studyId: number;
  readonly pastStudyId: number;
  /** In the links of a mail. */
  readonly mailToken: string;
  /** What the server said of the report that finders see as theirs. */
  readonly receipt: Receipt;
  close(): Promise<void>;
}

/** The items of the study, by what is the matter with them; of `unknown` nobody has ever heard. */
const CODES = ["travelled", "fresh", "unreleased", "closed", "unknown"] as const;
type CodeName = (typeof CODES)[number];

/** What the server answers to a report. */
interface Receipt {
  readonly id: string;
  readonly code: string;
  readonly receivedAt: string;
  readonly finderNumber: number;
}

interface Made {
  readonly id: number;
}

const RELEASED = "2026-06-05T08:00:00Z";

/** Starts the server and lets it all happen. */
export async function openWorld(): Promise<World> {
  const server = await startOwnServer();
  const { call, url } = server;
  const codes = Object.fromEntries(
    CODES.map((name, at) => [name, itemCodeFromNumber(20_001 + at * 7)]),
  ) as Record<CodeName, ItemCode>;
  const studyId = await makeStudy(call, "Scheldt 2026", [codes.travelled, codes.fresh]);
  const pastStudyId = await makeStudy(call, "Rupel 2025", [codes.closed]);
  await addUnreleased(call, studyId, codes.unreleased);
  await call("PUT", `/api/v1/studies/${studyId}/contest`, contestRules);
  const receipts: Receipt[] = [];
  for (const find of finds)
    receipts.push(
      await call<Receipt>("POST", `/api/v1/items/${codes.travelled}/sightings`, {
        id: randomUUID(),
        ...find,
      }),
    );
  await call("PATCH", `/api/v1/studies/${pastStudyId}`, { closedAt: "2026-06-20T00:00:00Z" });
  const mailToken = await behindTheScenes(server, pastStudyId, codes.closed);
  const receipt = receipts.at(-1);
  if (!receipt) throw new Error("nobody has found anything");
  return { url, call, codes, studyId, pastStudyId, mailToken, receipt, close: server.close };
}

async function makeStudy(
  call: RunningServer["call"],
  name: string,
  itemCodes: readonly ItemCode[],
): Promise<number> {
  const { id: studyId } = await call<Made>("POST", "/api/v1/studies", { name });
  const type = { studyId, name: "PET 0,5 l", material: "PET" };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  for (const code of itemCodes) await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
  const release = { studyId, place: "Wintam", position: PLACES.wintam, releasedAt: RELEASED };
  await call("POST", "/api/v1/releases", { ...release, itemCodes });
  return studyId;
}

async function addUnreleased(
  call: RunningServer["call"],
  studyId: number,
  code: ItemCode,
): Promise<void> {
  const type = { studyId, name: "Beker", material: "PP" };
  const { id: itemTypeId } = await call<Made>("POST", "/api/v1/item-types", type);
  await call("POST", "/api/v1/items", { studyId, itemTypeId, code });
}

/** What the API does not do at all, or not in the past: a contest that is over, and the token of a mail. */
async function behindTheScenes(
  server: RunningServer,
  pastStudyId: number,
  code: ItemCode,
): Promise<string> {
  const opened = await visitDatabase(readConfig({ ZPR_DATA_DIR: server.folder }));
  try {
    const contests = postgresContestStore(opened.database);
    const [opensAt, closesAt] = [new Date("2025-06-01"), new Date("2025-10-01")];
    const rules = { ...contestRules, opensAt, closesAt, retentionDays: 90, seedHash: null };
    await contests.save(pastStudyId, rules, opensAt);
    for (const day of [4, 9])
      await findLastYear(opened.database, code, new Date(Date.UTC(2025, 6, day)));
    const drawnAt = new Date("2025-10-03T09:30:00Z");
    const draw = { seed: "high water at Temse", seedOrigin: "given", drawnAt } as const;
    await contests.draw(pastStudyId, draw, (all) => all);
    const { token } = await opened.database
      .selectFrom("sighting_contact")
      .select("token")
      .where("email", "=", "ada@example.org")
      .executeTakeFirstOrThrow();
    return token;
  } finally {
    await opened.close();
  }
}

/** A report of somebody who took part in the contest that is over. */
async function findLastYear(database: Database, code: ItemCode, day: Date): Promise<void> {
  const letter = () => ({ subject: "", text: "", unsubscribeUrl: "" });
  await postgresSightingStore(database).report({
    code,
    report: {
      id: randomUUID(),
      seenAt: day,
      position: null,
      accuracyMetres: null,
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      note: null,
      locale: "nl",
      contact: { email: null, name: "Bea", newsConsent: false, contestConsent: true },
    },
    receivedAt: day,
    judge: () => ({ notes: [], suspicious: [] }),
    letters: { confirmation: letter, contest: letter, news: letter, question: letter },
  });
}
