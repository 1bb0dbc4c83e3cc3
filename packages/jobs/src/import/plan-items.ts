import { type ItemCode, type Position, parseItemCode } from "@zpr/model";
import type { Item, ItemType, Release, Tracker } from "@zpr/ports";
import type { ItemFields } from "./columns.ts";
import { type KnownStudy, key } from "./known-study.ts";
import { type RowPlanner, rowPlan } from "./plan-rows.ts";
import { type Change, type FaultList, faultList } from "./row-plan.ts";
import { typeWanted, type WantedType } from "./type-wanted.ts";
import { instantOf, numberOf } from "./values.ts";

/** What an item row comes down to. */
export interface ItemAction {
  /** Undefined when one is to be generated. */
  readonly code: ItemCode | undefined;
  readonly item: Item | undefined;
  readonly type: WantedType | ItemType;
  readonly name: string | undefined;
  readonly note: string | undefined;
  readonly release: WantedRelease | undefined;
  readonly tracker: Tracker | undefined;
}

export interface WantedRelease {
  readonly place: string;
  readonly releasedAt: Date;
  readonly position: Position;
  readonly note: string;
}

/** Compares rows of items with what is there; one planner sees a sheet from its first row to its last. */
export function itemPlanner(
  known: KnownStudy,
  options: {
    readonly timeZone: string;
    /** Codes of items of any study. */
    readonly taken: ReadonlySet<string>;
    /** By line, the codes that rows without one get. */
    readonly drawn: Readonly<Record<string, string>>;
  },
): RowPlanner<ItemFields, ItemAction> {
  const seen = new Set<string>();
  return (line, fields) => {
    const faults = faultList();
    const drawn = options.drawn[line];
    const item = itemOf(fields, { known, drawn, faults });
    const code = codeOf(isGiven(fields.code) ? fields.code : (item?.code ?? drawn), item, {
      faults,
      seen,
      taken: options.taken,
    });
    const type = typeWanted(fields, { known, item, faults });
    blameName(fields.name, { known, code, seen, faults });
    const release = releaseWanted(fields, { known, item, faults, timeZone: options.timeZone });
    const tracker = trackerWanted(fields, { known, item, faults, release });
    const [name, note] = [fields.name || undefined, fields.note || undefined];
    const changes = [
      ...factChanges(known, item, { type: type?.name, name, note }),
      ...releaseChange(known, item, release),
      ...trackerChange(known, item, tracker),
    ];
    return rowPlan({
      line,
      subject: code ?? "",
      isNew: item === undefined,
      changes,
      faults: faults.faults,
      action: type && { code, item, type, name, note, release, tracker },
    });
  };
}

/** A name stands for one item, in the study and in the sheet. */
function blameName(
  name: string | undefined,
  {
    known,
    code,
    seen,
    faults,
  }: {
    readonly known: KnownStudy;
    readonly code: ItemCode | undefined;
    readonly seen: Set<string>;
    readonly faults: FaultList;
  },
): void {
  if (!name) return;
  const other = known.itemNamed.get(key(name));
  const twice = seen.has(`name ${key(name)}`);
  if (twice || (other && other.code !== code))
    faults.add("name-taken", "name", name, other?.code ?? "");
  seen.add(`name ${key(name)}`);
}

function factChanges(
  known: KnownStudy,
  item: Item | undefined,
  wanted: Readonly<Record<"type" | "name" | "note", string | undefined>>,
): readonly Change[] {
  const now = { type: item ? typeName(known, item) : "", name: item?.name, note: item?.note };
  return (["type", "name", "note"] as const).map((field) => {
    const from = now[field] ?? "";
    return { field, from, to: wanted[field] ?? from };
  });
}

function itemOf(
  { code, name }: ItemFields,
  {
    known,
    drawn = "",
    faults,
  }: {
    readonly known: KnownStudy;
    readonly drawn: string | undefined;
    readonly faults: FaultList;
  },
): Item | undefined {
  if (isGiven(code)) {
    const read = parseItemCode(code);
    if (!read) faults.add("code-invalid", "code", code);
    return read && known.itemOf.get(read);
  }
  // Where a job goes on after a restart, the item may be there under the code that was drawn for it.
  return (name ? known.itemNamed.get(key(name)) : undefined) ?? known.itemOf.get(drawn);
}

/** People write the word where a code is to be made. */
function isGiven(code: string | undefined): code is string {
  return (
    Boolean(code) && !/^(generate|genereer|generer|générer|generieren|auto|new)$/i.test(code ?? "")
  );
}

function codeOf(
  text: string | undefined,
  item: Item | undefined,
  {
    faults,
    seen,
    taken,
  }: {
    readonly faults: FaultList;
    readonly seen: Set<string>;
    readonly taken: ReadonlySet<string>;
  },
): ItemCode | undefined {
  const read = parseItemCode(text ?? "");
  if (!read) return undefined;
  if (seen.has(read)) faults.add("code-twice", "code", read);
  seen.add(read);
  if (!item && taken.has(read)) faults.add("code-elsewhere", "code", read);
  return read;
}

function typeName(known: KnownStudy, item: Item): string {
  return known.typeOf.get(item.itemTypeId)?.name ?? "";
}

interface ReleaseContext {
  readonly known: KnownStudy;
  readonly item: Item | undefined;
  readonly faults: FaultList;
  readonly timeZone: string;
}

function releaseWanted(
  fields: ItemFields,
  { known, item, faults, timeZone }: ReleaseContext,
): WantedRelease | undefined {
  const { releasePlace: place, releasedAt: time } = fields;
  if (!place && !time) return undefined;
  const releasedAt = whenOf(time, { faults, timeZone });
  if (!place) faults.add("place-missing", "releasePlace");
  const atPlace = known.releases.filter((one) => key(one.place) === key(place ?? ""));
  const same = atPlace.find((one) => one.releasedAt.getTime() === releasedAt?.getTime());
  const position = positionOf(fields, faults, same ?? atPlace[0]);
  const now = known.releases.find(({ id }) => id === item?.releaseId);
  if (now && now.id !== same?.id)
    faults.add("released-elsewhere", "releasePlace", place ?? "", now.place);
  if (!place || !releasedAt || !position) return undefined;
  return same ?? { place, releasedAt, position, note: "" };
}

function whenOf(
  time: string | undefined,
  { faults, timeZone }: Pick<ReleaseContext, "faults" | "timeZone">,
): Date | undefined {
  if (!time) faults.add("time-missing", "releasedAt");
  const releasedAt = time ? instantOf(time, timeZone) : undefined;
  if (time && !releasedAt) faults.add("time-invalid", "releasedAt", time);
  return releasedAt;
}

/** The position of a row, or of a release that was at the same place. */
function positionOf(
  { longitude, latitude }: ItemFields,
  faults: FaultList,
  before: Release | undefined,
): Position | undefined {
  if (!longitude && !latitude) {
    if (!before) faults.add("position-missing", "longitude");
    return before?.position;
  }
  const [east, north] = [numberOf(longitude ?? ""), numberOf(latitude ?? "")];
  const good =
    east !== undefined && north !== undefined && Math.abs(east) <= 180 && Math.abs(north) <= 90;
  if (good) return [east, north];
  faults.add("position-invalid", "longitude", `${longitude ?? ""} ${latitude ?? ""}`.trim());
  return undefined;
}

function trackerWanted(
  { tracker: text }: ItemFields,
  {
    known,
    item,
    faults,
    release,
  }: {
    readonly known: KnownStudy;
    readonly item: Item | undefined;
    readonly faults: FaultList;
    readonly release: WantedRelease | undefined;
  },
): Tracker | undefined {
  if (!text) return undefined;
  const tracker = known.trackerOf.get(key(text));
  if (!tracker) faults.add("tracker-unknown", "tracker", text);
  const carries = tracker && item?.trackerId === tracker.id;
  if (tracker?.itemCode && !carries) faults.add("tracker-busy", "tracker", text, tracker.itemCode);
  if (tracker && !carries && !release && !item?.releaseId)
    faults.add("release-missing", "tracker", text);
  return tracker;
}

function releaseChange(
  known: KnownStudy,
  item: Item | undefined,
  release: WantedRelease | undefined,
) {
  const now = known.releases.find(({ id }) => id === item?.releaseId);
  const text = (one: { readonly place: string; readonly releasedAt: Date }) =>
    `${one.place}, ${one.releasedAt.toISOString()}`;
  const from = now ? text(now) : "";
  return [{ field: "release", from, to: release ? text(release) : from }];
}

function trackerChange(known: KnownStudy, item: Item | undefined, tracker: Tracker | undefined) {
  const carried = [...known.trackerOf.values()].find(({ id }) => id === item?.trackerId);
  const from = carried?.name ?? "";
  return [{ field: "tracker", from, to: tracker?.name ?? from }];
}
