import {
  type Database,
  postgresContestStore,
  postgresFeatureStore,
  postgresIdentityStores,
  postgresItemStore,
  postgresJourneyStore,
  postgresStudyStore,
  postgresTileStore,
} from "@zpr/storage";
import type { Place } from "./load-study.ts";

/** What the API asks the database for, by name, as its routes do. */
export async function questionsOf(
  database: Database,
  { code, position: [longitude, latitude] }: Place,
): Promise<ReadonlyMap<string, () => Promise<unknown>>> {
  const itemStore = postgresItemStore(database);
  const contestStore = postgresContestStore(database);
  const studyStore = postgresStudyStore(database);
  const featureStore = postgresFeatureStore(database);
  const journeyStore = postgresJourneyStore(database);
  const tileStore = postgresTileStore(database);
  const { sessions, users, memberships } = postgresIdentityStores(database);
  const view = () => ({ studies: [], now: new Date() });
  const idHash = await signIn();
  const z = 12;
  const side = 2 ** z;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const x = Math.floor(((longitude + 180) / 360) * side);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);

  async function signIn(): Promise<string> {
    const at = new Date();
    const later = new Date(at.getTime() + 3_600_000);
    const person = { issuer: "bench", subject: "1", name: "Ada" };
    const nobodyKnows = { email: undefined, administrator: undefined };
    const { id: userId } = await users.recognise({ ...person, ...nobodyKnows });
    await memberships.setRole(1, userId, "editor");
    const ends = { createdAt: at, idleUntil: later, expiresAt: later };
    await sessions.start({ idHash: "hash", userId, idToken: null, ...ends });
    return "hash";
  }

  return new Map<string, () => Promise<unknown>>([
    [
      "item",
      async () => ({
        ...(await itemStore.findPublic(code)),
        contest: await contestStore.find(1),
      }),
    ],
    ["numbers of a study", () => studyStore.counts(1, new Date())],
    [
      "lists of its page",
      () =>
        Promise.all([
          featureStore.items.page({ view: view(), equals: { studyId: 1 }, limit: 100 }),
          studyStore.latestSightings(1, 12),
          contestStore.find(1),
        ]),
    ],
    ["journey", () => journeyStore.evidence(code, { fixesBefore: new Date() })],
    ["tile", () => tileStore.fixes({ z, x, y, cellLevel: z + 6, maxPoints: 2_000, view: view() })],
    ["session", () => sessions.find(idHash, new Date())],
  ]);
}
