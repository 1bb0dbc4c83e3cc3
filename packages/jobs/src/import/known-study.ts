import type { Deployment, Item, ItemType, Page, Release, Tracker } from "@zpr/ports";
import { allOf } from "../export/in-pages.ts";
import type { ImportPorts } from "./import-ports.ts";

/** What a study has already, to compare a sheet with. */
export interface KnownStudy {
  readonly types: ReadonlyMap<string, ItemType>;
  readonly typeOf: ReadonlyMap<number, ItemType>;
  readonly itemOf: ReadonlyMap<string, Item>;
  readonly itemNamed: ReadonlyMap<string, Item>;
  readonly releases: readonly Release[];
  /** By unique id and by name. */
  readonly trackerOf: ReadonlyMap<string, Tracker>;
  readonly deployments: readonly Deployment[];
}

/** Reads all that a study has. */
export async function knownStudy(studyId: number, ports: ImportPorts): Promise<KnownStudy> {
  const { itemStore, releaseStore, trackerStore } = ports;
  const scope = [studyId];
  const id = (row: { readonly id: number }) => row.id;
  const types = await allOf((page: Page<number>) => itemStore.listTypes(scope, page), id);
  const items = await allOf((page: Page<number>) => itemStore.list({ studies: scope }, page), id);
  const trackers = await allOf((page: Page<number>) => trackerStore.list(scope, page), id);
  return {
    types: new Map(types.map((type) => [key(type.name), type])),
    typeOf: new Map(types.map((type) => [type.id, type])),
    itemOf: new Map(items.map((item) => [item.code, item])),
    itemNamed: new Map(
      items.filter(({ name }) => name !== "").map((item) => [key(item.name), item]),
    ),
    releases: await allOf((page: Page<number>) => releaseStore.list(scope, page), id),
    trackerOf: new Map([
      ...trackers.map((tracker) => [key(tracker.name), tracker] as const),
      ...trackers.map((tracker) => [key(tracker.uniqueId), tracker] as const),
    ]),
    deployments: await allOf(
      (page: Page<number>) => trackerStore.listDeployments({ studies: scope }, page),
      id,
    ),
  };
}

/** Names that differ only in case or spaces are one. */
export function key(name: string): string {
  return name.trim().toLowerCase();
}
