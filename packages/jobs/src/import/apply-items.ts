import type { ItemCode } from "@zpr/model";
import type { ItemType, NewItem } from "@zpr/ports";
import { allOf } from "../export/in-pages.ts";
import type { ImportPorts } from "./import-ports.ts";
import { key } from "./known-study.ts";
import type { ItemAction, WantedRelease } from "./plan-items.ts";
import type { PlannedRow, Refusals } from "./row-plan.ts";

type ItemRow = PlannedRow<ItemAction>;

/** Carries out a few rows of items: their types, themselves, their releases, their trackers. */
export async function applyItems(
  studyId: number,
  rows: readonly ItemRow[],
  ports: ImportPorts,
): Promise<Refusals> {
  const refused = new Map<number, string>();
  const types = await typesOf(studyId, rows, ports);
  const typed = rows.flatMap(({ plan, action }) => {
    const type = action && types.get(key(action.type.name));
    return action?.code && type ? [{ line: plan.line, ...action, code: action.code, type }] : [];
  });
  await makeItems(studyId, typed, { ports, refused });
  for (const { line, item, name, note, type } of typed) {
    if (!item) continue;
    const outcome = await ports.itemStore.change(item.id, {
      itemTypeId: type.id,
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note }),
    });
    if (typeof outcome === "string") refused.set(line, outcome);
  }
  const made = typed.filter(({ line }) => !refused.has(line));
  await release(studyId, made, { ports, refused });
  await deploy(
    made.filter(({ line }) => !refused.has(line)),
    { ports, refused },
  );
  return refused;
}

interface TypedAction extends Omit<ItemAction, "type" | "code"> {
  readonly line: number;
  readonly code: ItemCode;
  readonly type: ItemType;
}

interface Applying {
  readonly ports: ImportPorts;
  readonly refused: Map<number, string>;
}

async function typesOf(
  studyId: number,
  rows: readonly ItemRow[],
  { itemStore }: ImportPorts,
): Promise<ReadonlyMap<string, ItemType>> {
  for (const { action } of rows) {
    if (!action || action.type.id !== undefined) continue;
    const { id: _, ...wanted } = action.type;
    await itemStore.createType({ ...wanted, studyId });
  }
  const types = await allOf(
    (page: { after: number | undefined; limit: number }) => itemStore.listTypes([studyId], page),
    ({ id }) => id,
  );
  return new Map(types.map((type) => [key(type.name), type]));
}

async function makeItems(
  studyId: number,
  actions: readonly TypedAction[],
  { ports, refused }: Applying,
): Promise<void> {
  const fresh = actions.filter(({ item }) => item === undefined);
  if (fresh.length === 0) return;
  const drafts = fresh.map(
    ({ code, type, name, note }): NewItem => ({
      studyId,
      code,
      itemTypeId: type.id,
      note: note ?? "",
      name: name ?? "",
    }),
  );
  const made = await ports.itemStore.create(drafts);
  const codes = new Set(made === "type-unknown" ? [] : made.map((item) => item.code));
  for (const { line, code } of fresh)
    if (!codes.has(code)) refused.set(line, "the code or the name was taken meanwhile");
}

async function release(
  studyId: number,
  actions: readonly TypedAction[],
  { ports, refused }: Applying,
): Promise<void> {
  const released = actions.flatMap((action) =>
    action.release ? [{ ...action, release: action.release }] : [],
  );
  const together = Map.groupBy(released, (action) => momentOf(action.release));
  for (const group of together.values()) {
    const [first] = group;
    if (!first) continue;
    const itemCodes = group.map(({ code }) => code);
    const { place, releasedAt, position, note } = first.release;
    const outcome = await ports.releaseStore.create({
      studyId,
      place,
      releasedAt,
      position,
      note,
      itemCodes,
      clientId: null,
      tideLagMinutes: null,
    });
    if (!("refused" in outcome)) continue;
    for (const { line } of group) refused.set(line, `${outcome.refused}: ${outcome.codes}`);
  }
}

function momentOf({ place, releasedAt }: WantedRelease): string {
  return `${releasedAt.getTime()} ${key(place)}`;
}

/** A tracker goes into its item when the item goes into the water. */
async function deploy(
  actions: readonly TypedAction[],
  { ports, refused }: Applying,
): Promise<void> {
  for (const { line, code: itemCode, tracker, release: wanted, item } of actions) {
    if (!tracker || item?.trackerId === tracker.id) continue;
    const before = item?.releaseId ? await ports.releaseStore.find(item.releaseId) : undefined;
    const startedAt = wanted?.releasedAt ?? before?.releasedAt;
    if (!startedAt) continue;
    const outcome = await ports.trackerStore.deploy({
      trackerId: tracker.id,
      itemCode,
      startedAt,
      endedAt: null,
    });
    if (typeof outcome === "string") refused.set(line, `tracker: ${outcome}`);
  }
}
