import type { ImportPorts } from "./import-ports.ts";
import type { DeploymentAction } from "./plan-deployments.ts";
import type { TrackerAction } from "./plan-trackers.ts";

/** Registers a tracker or changes it; says why not. */
export async function applyTracker(
  studyId: number,
  { tracker, wanted }: TrackerAction,
  { trackerStore }: ImportPorts,
): Promise<string | undefined> {
  if (tracker) {
    const { name, model, intervalSeconds } = wanted;
    await trackerStore.change(tracker.id, { name, model, intervalSeconds });
    return undefined;
  }
  const made = await trackerStore.register({ ...wanted, studyId });
  return made ? undefined : "the tracker is registered already, in another study";
}

/** Starts a deployment or ends it; says why not. */
export async function applyDeployment(
  { there, ...wanted }: DeploymentAction,
  { trackerStore }: ImportPorts,
): Promise<string | undefined> {
  const outcome = there
    ? await trackerStore.endDeployment(there.id, wanted.endedAt)
    : await trackerStore.deploy(wanted);
  return typeof outcome === "string" ? outcome : undefined;
}
