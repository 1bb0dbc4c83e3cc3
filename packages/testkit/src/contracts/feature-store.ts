import { InvalidValue } from "@zpr/model";
import type { FeatureSource, FeatureStore, View } from "@zpr/ports";
import { describe, expect, it } from "vitest";
import {
  at,
  BOTTLE,
  DELAYED,
  FOUND,
  NOTE,
  NOW,
  RIVER,
  type RiverFacts,
  SECRET,
  WITH_NETWORK,
} from "../facts/river.ts";

type Make = (facts: RiverFacts) => Promise<FeatureStore>;
interface AnyRow {
  readonly id: string;
  readonly properties: object;
}

const PUBLIC: View = { studies: [], now: NOW };
const EVERYTHING: View = { studies: "all", now: NOW };
const KINDS = ["items", "fixes", "sightings", "journeys"] as const;

/** What every feature store promises, whatever it is made of. Each adapter's test calls this with itself. */
export function describeFeatureStore(name: string, make: Make): void {
  describe(`${name} is a feature store`, () => {
    describeVisibility(make);
    describeNarrowing(make);
    describePaging(make);
    describeExtents(make);
  });
}

function describeVisibility(make: Make): void {
  it("shows the public unflagged fixes of public studies while deployed and after the delay", async () => {
    const { fixes } = await make(RIVER);
    expect(await times(fixes, PUBLIC)).toEqual([
      at("05-01T09:00"),
      at("05-02T09:00"),
      at("05-03T09:00"),
      at("05-08T09:00"),
      at("05-09T09:00"),
    ]);
  });

  it("tells the public which item a fix belongs to, but nothing of its quality or origin", async () => {
    const { fixes } = await make(RIVER);
    const [first] = await all(fixes, PUBLIC);
    expect(first?.properties).toMatchObject({ itemCode: BOTTLE, studyId: 1, simulated: true });
    for (const hidden of ["flags", "rawMessageId", "receivedAt"])
      expect(first?.properties).not.toHaveProperty(hidden);
  });

  it("shows members every fix with a position, with its flags, of their studies only", async () => {
    const { fixes } = await make(RIVER);
    const seen = await all(fixes, { studies: [1], now: NOW });
    const own = seen.filter(({ properties }) => properties.studyId === 1);
    expect(own.map(({ properties }) => [properties.itemCode, properties.flags])).toEqual([
      [null, ["before-deployment"]],
      [BOTTLE, []],
      [BOTTLE, ["spike"]],
      [BOTTLE, ["late"]],
      [BOTTLE, []],
      [null, ["after-retrieval"]],
    ]);
    expect(own.every(({ properties }) => properties.rawMessageId !== undefined)).toBe(true);
    const others = seen.filter(({ properties }) => properties.studyId !== 1);
    expect(others.map(({ properties }) => properties.time)).toEqual([
      at("05-08T09:00"),
      at("05-09T09:00"),
    ]);
    expect(others[0]?.properties).not.toHaveProperty("flags");
  });

  it("places an item by the last evidence the reader may know, and leaves out what has no place", async () => {
    const { items } = await make(RIVER);
    expect(places(await all(items, PUBLIC))).toEqual({
      [BOTTLE]: [[4.37, 51.2], "sighting", at("05-06T15:00"), 1234],
      [FOUND]: [[4.35, 51.15], "sighting", at("05-04T15:00"), 1234],
      [DELAYED]: [[3.82, 51.01], "fix", at("05-09T09:00"), null],
    });
    expect(places(await all(items, EVERYTHING))).toMatchObject({
      [DELAYED]: [[3.9, 51.02], "fix", at("05-10T10:00"), 1234],
      [SECRET]: [[7.61, 47.7], "sighting", at("05-09T15:00"), 1234],
    });
  });

  it("places an item where it was released while nothing else is known, once it is released", async () => {
    const { items } = await make({ ...RIVER, fixes: [], sightings: [], journeys: [] });
    const place = [[4.3, 51.1], "release", at("05-01T08:00"), 0];
    expect(places(await all(items, PUBLIC))[BOTTLE]).toEqual(place);
    expect(await all(items, { studies: "all", now: at("05-01T07:00") })).toEqual([]);
  });

  it("shows sightings that have a place; the note to members only", async () => {
    const { sightings } = await make(RIVER);
    const seen = await all(sightings, PUBLIC);
    expect(seen.map(({ properties }) => properties.itemCode).toSorted()).toEqual(
      [FOUND, BOTTLE].toSorted(),
    );
    expect(JSON.stringify(seen)).not.toContain(NOTE);
    const own = (await all(sightings, { studies: [1], now: NOW })).find(
      ({ properties }) => properties.itemCode === FOUND,
    );
    expect(own?.properties).toMatchObject({ note: NOTE, locale: "nl" });
  });

  it("draws a journey through unflagged fixes in time order, when there are two of them", async () => {
    const { journeys } = await make(RIVER);
    const lines = await all(journeys, PUBLIC);
    expect(lines.map(({ id, geometry }) => [id, geometry])).toEqual([
      [
        BOTTLE,
        [
          [4.31, 51.11],
          [4.32, 51.12],
          [4.4, 51.22],
        ],
      ],
      [
        DELAYED,
        [
          [3.81, 51.01],
          [3.82, 51.01],
        ],
      ],
    ]);
    expect(lines[0]?.properties).toMatchObject({
      startedAt: at("05-01T09:00"),
      endedAt: at("05-03T09:00"),
      fixCount: 3,
    });
    expect((await journeys.find(EVERYTHING, DELAYED))?.properties.fixCount).toBe(3);
    expect(await journeys.find({ studies: [], now: at("05-09T12:00") }, DELAYED)).toBeUndefined();
  });

  it("shows everybody what the network placed, marked, and draws no journey through it", async () => {
    const { fixes, journeys } = await make(WITH_NETWORK);
    const rough = (await all(fixes, PUBLIC)).filter(({ properties }) => properties.network);
    expect(rough.map(({ properties }) => properties.time)).toEqual([at("05-02T10:00")]);
    expect((await journeys.find(PUBLIC, BOTTLE))?.properties.fixCount).toBe(3);
  });

  it.each(KINDS)("finds one of the %s by its id, unless it is hidden", async (kind) => {
    const store = await make(RIVER);
    const source: FeatureSource<AnyRow> = store[kind];
    const shown = await all(source, PUBLIC);
    const hidden = (await all(source, EVERYTHING)).filter(
      ({ id }) => !shown.some((feature) => feature.id === id),
    );
    for (const feature of shown) expect(await source.find(PUBLIC, feature.id)).toEqual(feature);
    expect(hidden).not.toEqual([]);
    for (const { id } of hidden) expect(await source.find(PUBLIC, id)).toBeUndefined();
    expect(await source.find(PUBLIC, "no-such-thing")).toBeUndefined();
  });
}

function describeNarrowing(make: Make): void {
  it("takes positions on the edges of a box", async () => {
    const { fixes, items, sightings } = await make(RIVER);
    const bbox = [4.31, 51.11, 4.4, 51.22] as const;
    expect(await all(fixes, PUBLIC, { bbox })).toHaveLength(3);
    expect(await all(items, PUBLIC, { bbox: [4.37, 51.2, 4.37, 51.2] })).toHaveLength(1);
    expect(await all(sightings, PUBLIC, { bbox: [4.35, 51.15, 4.36, 51.16] })).toHaveLength(1);
  });

  it.each(KINDS)(
    "goes round the globe for %s in a box whose west lies east of its east",
    async (kind) => {
      const source: FeatureSource<AnyRow> = (await make(RIVER))[kind];
      const wide = await all(source, EVERYTHING, { bbox: [170, 40, 5, 60] });
      const narrow = await all(source, EVERYTHING, { bbox: [-180, 40, 5, 60] });
      expect(wide).toEqual(narrow);
      expect(wide.length).toBeGreaterThan(0);
      expect(wide.length).toBeLessThan((await all(source, EVERYTHING)).length);
    },
  );

  it("finds a journey in a box that it crosses without a fix in it, and not in one beside it", async () => {
    const { fixes, journeys } = await make(RIVER);
    const crossed = [4.355, 51.165, 4.365, 51.175] as const;
    expect(await all(fixes, PUBLIC, { bbox: crossed })).toEqual([]);
    expect((await all(journeys, PUBLIC, { bbox: crossed })).map(({ id }) => id)).toEqual([BOTTLE]);
    expect(await all(journeys, PUBLIC, { bbox: [4.38, 51.165, 4.39, 51.175] })).toEqual([]);
  });

  it("takes both ends of a span of time, and leaves an absent one open", async () => {
    const { fixes, items, sightings, journeys } = await make(RIVER);
    const [from, to] = [at("05-02T09:00"), at("05-03T09:00")];
    expect(await times(fixes, PUBLIC, { during: { from, to } })).toEqual([from, to]);
    expect(await times(fixes, PUBLIC, { during: { to: from } })).toHaveLength(2);
    expect(await all(items, PUBLIC, { during: { from: at("05-06T15:00") } })).toHaveLength(2);
    expect(await all(sightings, PUBLIC, { during: { to: at("05-04T15:00") } })).toHaveLength(1);
    const under = await all(journeys, PUBLIC, { during: { from: to, to: at("05-08T08:00") } });
    expect(under.map(({ id }) => id)).toEqual([BOTTLE]);
  });

  it("keeps to properties with given values", async () => {
    const { items, fixes, sightings, journeys } = await make(RIVER);
    expect(await times(fixes, EVERYTHING, { equals: { itemCode: BOTTLE } })).toEqual([
      at("05-01T09:00"),
      at("05-01T10:00"),
      at("05-02T09:00"),
      at("05-03T09:00"),
    ]);
    expect(await all(fixes, EVERYTHING, { equals: { trackerId: 1 } })).toHaveLength(6);
    expect(await all(fixes, PUBLIC, { equals: { studyId: 3 } })).toEqual([]);
    expect(await all(items, PUBLIC, { equals: { code: FOUND, material: "PET" } })).toHaveLength(1);
    expect(await all(items, PUBLIC, { equals: { status: "lost" } })).toEqual([]);
    expect(
      await all(sightings, PUBLIC, { equals: { itemCode: FOUND, condition: "worn" } }),
    ).toHaveLength(1);
    expect(await all(journeys, PUBLIC, { equals: { studyId: 2 } })).toHaveLength(1);
  });
}

function describePaging(make: Make): void {
  it.each(KINDS)("gives all %s once, page by page, in one order", async (kind) => {
    const source: FeatureSource<AnyRow> = (await make(RIVER))[kind];
    const whole = await all(source, EVERYTHING);
    const paged: string[] = [];
    for (let after: string | undefined, more = true; more; after = paged.at(-1)) {
      const page = await source.page({ ...ask(EVERYTHING), limit: 1, ...(after && { after }) });
      paged.push(...page.features.map(({ id }) => id));
      more = page.more;
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
  });

  it.each(KINDS)("counts %s exactly, up to a bound", async (kind) => {
    const source: FeatureSource<AnyRow> = (await make(RIVER))[kind];
    const { length } = await all(source, EVERYTHING);
    expect(await source.count(ask(EVERYTHING), length)).toBe(length);
    expect(await source.count(ask(EVERYTHING), length - 1)).toBeUndefined();
  });

  it.each(["fixes", "sightings"] as const)(
    "refuses to go on after what is no id of %s",
    async (kind) => {
      const source: FeatureSource<AnyRow> = (await make(RIVER))[kind];
      const page = { ...ask(EVERYTHING), limit: 1, after: "'; drop table" };
      await expect(source.page(page)).rejects.toThrow(InvalidValue);
    },
  );
}

function describeExtents(make: Make): void {
  it.each(KINDS)(
    "draws a box around all %s a view shows, and around nothing hidden",
    async (kind) => {
      const source: FeatureSource<AnyRow> = (await make(RIVER))[kind];
      const extent = await source.extent(PUBLIC);
      const [west = 0, south = 0, east = 0, north = 0] = extent?.bbox ?? [];
      expect(west).toBeLessThanOrEqual(kind === "sightings" ? 4.35 : 3.82);
      expect(south).toBeLessThanOrEqual(kind === "sightings" ? 51.15 : 51.01);
      expect(north).toBeGreaterThanOrEqual(51.2);
      expect(east).toBeGreaterThanOrEqual(4.37);
      expect(east).toBeLessThan(5);
      expect(north).toBeLessThan(52);
      expect((await source.extent(EVERYTHING))?.bbox[2]).toBeGreaterThanOrEqual(7.6);
    },
  );

  it.each(KINDS)("has no box around no %s", async (kind) => {
    const nothing = {
      ...RIVER,
      items: [],
      deployments: [],
      fixes: [],
      sightings: [],
      journeys: [],
    };
    expect(await (await make(nothing))[kind].extent(EVERYTHING)).toBeNull();
  });
}

type Narrower = Partial<Omit<Parameters<FeatureSource<AnyRow>["count"]>[0], "view">>;

function ask(view: View, narrower: Narrower = {}) {
  return { view, equals: {}, ...narrower };
}

async function all<Row>(
  source: FeatureSource<Row>,
  view: View,
  narrower: Narrower = {},
): Promise<readonly Row[]> {
  const query = ask(view, narrower);
  const { features, more } = await source.page({ ...query, limit: 1000 });
  expect(more).toBe(false);
  expect(await source.count(query, 1000)).toBe(features.length);
  return features;
}

async function times(
  source: FeatureStore["fixes"],
  view: View,
  narrower: Narrower = {},
): Promise<readonly Date[]> {
  return (await all(source, view, narrower)).map(({ properties }) => properties.time);
}

function places(items: Awaited<ReturnType<FeatureStore["items"]["page"]>>["features"]) {
  return Object.fromEntries(
    items.map(({ id, geometry, properties: { evidence, lastAt, travelledMetres } }) => [
      id,
      [geometry, evidence, lastAt, travelledMetres],
    ]),
  );
}
