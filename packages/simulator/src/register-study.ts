/** Registers a study through the REST API. What is there already, by its name or code, is left alone. */
import { type ApiAccess, type RestClient, restClient } from "./rest-client.ts";
import type { StudyPlan } from "./study-plan.ts";

/** What came of it: how much was made, as opposed to found. */
export interface Registration {
  readonly studyId: number;
  readonly made: Readonly<
    Record<keyof Omit<StudyPlan, "study" | "protocol" | "rivers"> | "deployments", number>
  >;
}

interface Row {
  readonly id: number;
}

/** Registers everything of a plan; needs a key that may make studies, or may write in this one. */
export async function registerStudy(access: ApiAccess, plan: StudyPlan): Promise<Registration> {
  const client = restClient(access);
  const studyId = await studyOf(client, plan.study);
  const inStudy = registrar(client, studyId);

  // Before anything drifts, so that no journey has to be told twice.
  await registerRivers(client, studyId, plan.rivers ?? []);
  const itemTypes = await inStudy("item-types", plan.itemTypes, {
    keyOfRow: (row: Row & { name: string }) => row.name,
    keyOf: ({ name }) => name,
    bodyOf: (type) => type,
  });
  const items = await inStudy("items", plan.items, {
    keyOfRow: (row: Row & { code: string }) => row.code,
    keyOf: ({ code }) => code,
    bodyOf: ({ code, itemType, note }) => ({ code, note, itemTypeId: itemTypes.idOf(itemType) }),
  });
  const releases = await inStudy("releases", plan.releases, {
    keyOfRow: (row: Row & { place: string; releasedAt: string }) =>
      releaseKey(row.place, new Date(row.releasedAt)),
    keyOf: ({ place, releasedAt }) => releaseKey(place, releasedAt),
    bodyOf: (release) => release,
  });
  const trackers = await inStudy("trackers", plan.trackers, {
    keyOfRow: (row: Row & { uniqueId: string }) => row.uniqueId,
    keyOf: ({ uniqueId }) => uniqueId,
    bodyOf: ({ uniqueId, name, model, intervalSeconds }) => ({
      protocol: plan.protocol ?? "teltonika",
      uniqueId,
      name,
      model,
      intervalSeconds,
    }),
  });
  const deployments = await inStudy("deployments", plan.trackers, {
    keyOfRow: (row: Row & { trackerId: number; itemCode: string }) =>
      `${row.trackerId} in ${row.itemCode}`,
    keyOf: ({ uniqueId, itemCode }) => `${trackers.idOf(uniqueId)} in ${itemCode}`,
    bodyOf: ({ uniqueId, itemCode, startedAt }) => ({
      trackerId: trackers.idOf(uniqueId),
      itemCode,
      startedAt,
    }),
  });

  return {
    studyId,
    made: {
      itemTypes: itemTypes.made,
      items: items.made,
      releases: releases.made,
      trackers: trackers.made,
      deployments: deployments.made,
    },
  };
}

async function registerRivers(
  client: RestClient,
  studyId: number,
  rivers: NonNullable<StudyPlan["rivers"]>,
): Promise<void> {
  const known = await client.list<{ name: string }>(`rivers?studyId=${studyId}`);
  for (const { sections, ...river } of rivers) {
    if (known.some(({ name }) => name === river.name)) continue;
    const { id } = await client.post<Row>("rivers", { studyId, ...river });
    for (const section of sections) await client.post(`rivers/${id}/sections`, section);
  }
}

async function studyOf(client: RestClient, study: StudyPlan["study"]): Promise<number> {
  const known = await client.list<Row & { name: string }>("studies");
  const found = known.find(({ name }) => name === study.name);
  const { id } = found ?? (await client.post<Row>("studies", { ...study, public: true }));
  return id;
}

function releaseKey(place: string, releasedAt: Date): string {
  return `${place} at ${releasedAt.toISOString()}`;
}

/** Finds or makes entries of one list of a study. */
function registrar(client: RestClient, studyId: number) {
  return async <Entry, Found extends Row>(
    path: string,
    entries: readonly Entry[],
    how: {
      readonly keyOfRow: (row: Found) => string;
      readonly keyOf: (entry: Entry) => string;
      readonly bodyOf: (entry: Entry) => object;
    },
  ) => {
    const ids = new Map<string, number>();
    for (const row of await client.list<Found>(`${path}?studyId=${studyId}`))
      ids.set(how.keyOfRow(row), row.id);
    let made = 0;
    for (const entry of entries) {
      if (ids.has(how.keyOf(entry))) continue;
      const row = await client.post<Row>(path, {
        ...how.bodyOf(entry),
        ...studyField(path, studyId),
      });
      ids.set(how.keyOf(entry), row.id);
      made++;
    }
    return { made, idOf };

    function idOf(key: string): number {
      const id = ids.get(key);
      if (id === undefined) throw new RangeError(`${path} holds no ${key}`);
      return id;
    }
  };
}

/** A deployment belongs to the study of its tracker and item, and is posted without one. */
function studyField(path: string, studyId: number): object {
  return path === "deployments" ? {} : { studyId };
}
