import { type ItemCode, parseItemCode } from "@zpr/model";
import type { Deployment, Tracker } from "@zpr/ports";
import type { DEPLOYMENT_COLUMNS, Fields } from "./columns.ts";
import { type KnownStudy, key } from "./known-study.ts";
import { type RowPlanner, rowPlan } from "./plan-rows.ts";
import { type FaultList, faultList } from "./row-plan.ts";
import { instantOf } from "./values.ts";

type DeploymentFields = Fields<keyof typeof DEPLOYMENT_COLUMNS>;

/** What a deployment row comes down to. */
export interface DeploymentAction {
  readonly there: Deployment | undefined;
  readonly trackerId: number;
  readonly itemCode: ItemCode;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Compares rows of deployments with those that are there. */
export function deploymentPlanner(
  known: KnownStudy,
  { timeZone }: { readonly timeZone: string },
): RowPlanner<DeploymentFields, DeploymentAction> {
  return (line, fields) => {
    const list = faultList();
    const tracker = trackerOf(fields.tracker ?? "", known, list);
    const itemCode = codeOf(fields.code ?? "", known, list);
    const span = spanOf(fields, { timeZone, list });
    const action = wantedOf(tracker, itemCode, span);
    const there = action && known.deployments.find((one) => isSame(one, action));
    if (tracker && action) blameOverlap(known, { ...action, tracker, there }, list);
    return rowPlan({
      line,
      subject: [tracker?.name ?? fields.tracker, itemCode ?? fields.code].join(" / "),
      isNew: there === undefined,
      changes: action ? changesOf(there, action) : [],
      faults: list.faults,
      action: action && { ...action, there },
    });
  };
}

function trackerOf(text: string, known: KnownStudy, list: FaultList): Tracker | undefined {
  const tracker = known.trackerOf.get(key(text));
  if (!tracker) list.add("tracker-unknown", "tracker", text);
  return tracker;
}

type Wanted = Omit<DeploymentAction, "there">;

function wantedOf(
  tracker: Tracker | undefined,
  itemCode: ItemCode | undefined,
  span: Pick<Wanted, "startedAt" | "endedAt"> | undefined,
): Wanted | undefined {
  return tracker && itemCode && span && { trackerId: tracker.id, itemCode, ...span };
}

function isSame(one: Deployment, { trackerId, itemCode, startedAt }: Wanted): boolean {
  return (
    one.trackerId === trackerId &&
    one.itemCode === itemCode &&
    one.startedAt.getTime() === startedAt.getTime()
  );
}

function changesOf(there: Deployment | undefined, { startedAt, endedAt }: Wanted) {
  const text = (time: Date | null | undefined) => time?.toISOString() ?? "";
  return [
    { field: "startedAt", from: text(there?.startedAt), to: text(startedAt) },
    { field: "endedAt", from: text(there?.endedAt), to: text(endedAt) },
  ];
}

function codeOf(text: string, known: KnownStudy, list: FaultList): ItemCode | undefined {
  const code = parseItemCode(text);
  if (!code) list.add("code-invalid", "code", text);
  else if (!known.itemOf.has(code)) list.add("item-unknown", "code", code);
  return code;
}

function spanOf(
  fields: DeploymentFields,
  about: { readonly timeZone: string; readonly list: FaultList },
): Pick<DeploymentAction, "startedAt" | "endedAt"> | undefined {
  const startedAt = timeOf(fields, "startedAt", about);
  const endedAt = timeOf(fields, "endedAt", about) ?? null;
  if (!fields.startedAt) about.list.add("start-missing", "startedAt");
  if (startedAt && endedAt && endedAt <= startedAt)
    about.list.add("end-before-start", "endedAt", fields.endedAt ?? "");
  return startedAt && { startedAt, endedAt };
}

function timeOf(
  fields: DeploymentFields,
  field: "startedAt" | "endedAt",
  { timeZone, list }: { readonly timeZone: string; readonly list: FaultList },
): Date | undefined {
  const text = fields[field];
  if (!text) return undefined;
  const time = instantOf(text, timeZone);
  if (!time) list.add("time-invalid", field, text);
  return time;
}

function blameOverlap(
  known: KnownStudy,
  wanted: {
    readonly tracker: Tracker;
    readonly there: Deployment | undefined;
    readonly startedAt: Date;
    readonly endedAt: Date | null;
  },
  list: FaultList,
): void {
  const other = known.deployments.find(
    (one) =>
      one.trackerId === wanted.tracker.id &&
      one.id !== wanted.there?.id &&
      (one.endedAt === null || one.endedAt > wanted.startedAt) &&
      (wanted.endedAt === null || one.startedAt < wanted.endedAt),
  );
  if (other) list.add("tracker-busy", "tracker", wanted.tracker.name, other.itemCode);
}
