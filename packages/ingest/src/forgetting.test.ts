import { randomUUID } from "node:crypto";
import { itemCodeFromNumber } from "@zpr/model";
import { postgresRetention, postgresSightingStore } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { expect, it } from "vitest";
import { startForgetting } from "./forgetting.ts";

const database = useDatabase();
const RECEIVED = new Date("2026-07-01T12:00:00Z");
const LETTER = { subject: "", text: "", unsubscribeUrl: "" };
const OFTEN_MILLISECONDS = 10;

const daysLater = (days: number) => new Date(RECEIVED.getTime() + days * 86_400_000);
const contacts = () => database().selectFrom("sighting_contact").select("email").execute();
const pieces = () => database().selectFrom("photo_piece").select("sighting_id").execute();

/** A report whose finder wants news and never confirmed it, with a photo that never became whole. */
async function halfDone(): Promise<void> {
  const id = randomUUID();
  await postgresSightingStore(database()).report({
    code: itemCodeFromNumber(4711),
    report: {
      id,
      seenAt: RECEIVED,
      position: null,
      accuracyMetres: null,
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      note: null,
      locale: "nl",
      contact: { name: null, email: "ada@example.org", newsConsent: true, contestConsent: false },
    },
    receivedAt: RECEIVED,
    judge: () => ({ notes: [], suspicious: [] }),
    letters: {
      confirmation: () => LETTER,
      contest: () => LETTER,
      news: () => LETTER,
      question: () => LETTER,
    },
  });
  await database()
    .insertInto("photo_piece")
    .values({
      sighting_id: id,
      n: 1,
      start: 0,
      total: 9,
      bytes: Buffer.from("half"),
      received_at: RECEIVED,
    })
    .execute();
}

function forgetting(now: () => Date, retention = postgresRetention(database())) {
  const said: unknown[] = [];
  const log = { info: (what: unknown) => said.push(what), warn() {}, error() {} };
  return { said, worker: startForgetting({ retention, log, now }, OFTEN_MILLISECONDS) };
}

it("deletes what is too old as its time comes, without being told, and says how much", async () => {
  await halfDone();
  let now = daysLater(6);
  const { worker, said } = forgetting(() => now);
  try {
    await worker.idle();
    expect([await contacts(), await pieces()]).toMatchObject([[{}], [{}]]);
    now = daysLater(8);
    await expect.poll(pieces).toEqual([]);
    expect(await contacts()).toHaveLength(1);
    now = daysLater(15);
    await expect.poll(contacts).toEqual([]);
  } finally {
    await worker.stop();
  }
  expect(said).toEqual([
    { contacts: 0, photoPieces: 1 },
    { contacts: 1, photoPieces: 0 },
  ]);
});

it("tries again after the database was not to be had", async () => {
  await halfDone();
  const retention = postgresRetention(database());
  let failures = 1;
  const { worker } = forgetting(() => daysLater(15), {
    forget: (now) => (failures-- > 0 ? Promise.reject(new Error("away")) : retention.forget(now)),
  });
  try {
    await expect.poll(contacts).toEqual([]);
  } finally {
    await worker.stop();
  }
});
