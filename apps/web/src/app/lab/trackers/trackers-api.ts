/** What the view Trackers asks of the server. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, onTopOf, type Row, soon } from "../ask.ts";
import type { Tracker } from "../lab-api.ts";

/** A tracker day by day: UTC days from `from`, one value a day in each column; volts, percent. */
export type TrackerDays = Row<"/api/v1/trackers/days">;
/** An instruction and how far it has come. */
export type Command = Row<"/api/v1/commands">;
export type CommandStatus = Command["status"];
export type CommandWithSteps =
  paths["/api/v1/commands/{id}"]["get"]["responses"][200]["content"]["application/json"];
/** A tracker in an item from one instant to another. */
export type Deployment = Row<"/api/v1/deployments">;
/** Bytes as they came, with what became of them. */
export type RawMessage = Row<"/api/v1/raw-messages">;
export type FrameGaps =
  paths["/api/v1/trackers/{id}/frame-gaps"]["get"]["responses"][200]["content"]["application/json"];

type NewCommands = paths["/api/v1/commands"]["post"]["requestBody"]["content"]["application/json"];
/** A named action or words of the tracker's own language. */
export type Wanted = Pick<NewCommands, "action" | "text">;
type PreviewPath = paths["/api/v1/commands/preview"]["post"];
/** How one tracker would be told something, or why it cannot be. */
export type Wording =
  PreviewPath["responses"][200]["content"]["application/json"] extends readonly (infer One)[]
    ? One
    : never;
type Changes = NonNullable<
  paths["/api/v1/trackers/{id}"]["patch"]["requestBody"]
>["content"]["application/json"];
/** What people set of a tracker. */
export type TrackerSettings = Required<Changes>;

const MESSAGES = 20;

export function readTrackerDays(asked: {
  readonly studyId: number;
  readonly trackerId?: number;
  readonly days?: number;
}): Promise<readonly TrackerDays[]> {
  return allPages((page) =>
    api.GET("/api/v1/trackers/days", { params: { query: { ...page, ...asked } }, ...soon() }),
  );
}

/** Nothing is queued by it. */
export async function previewCommands(
  trackerIds: readonly number[],
  wanted: Wanted,
): Promise<readonly Wording[]> {
  const body = { trackerIds: [...trackerIds], ...wanted };
  return bodyOf(await api.POST("/api/v1/commands/preview", { body, ...soon() }));
}

/** The same request id again queues nothing new. */
export async function queueCommands(body: NewCommands): Promise<readonly Command[]> {
  return bodyOf(await api.POST("/api/v1/commands", { body, ...soon() }));
}

/** The newest instructions of a tracker, newest first, so many. */
export async function readCommands(
  studyId: number,
  trackerId: number,
  limit: number,
): Promise<readonly Command[]> {
  const query = { studyId, trackerId, limit };
  return bodyOf(await api.GET("/api/v1/commands", { params: { query }, ...soon() }));
}

export async function readCommand(id: number): Promise<CommandWithSteps> {
  return bodyOf(await api.GET("/api/v1/commands/{id}", { params: { path: { id } }, ...soon() }));
}

export async function cancelCommand(id: number): Promise<Command> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.POST("/api/v1/commands/{id}/cancel", asked));
}

export function readDeployments(
  studyId: number,
  trackerId: number,
): Promise<readonly Deployment[]> {
  return allPages((page) =>
    api.GET("/api/v1/deployments", {
      params: { query: { ...page, studyId, trackerId } },
      ...soon(),
    }),
  );
}

export async function deploy(body: {
  readonly trackerId: number;
  readonly itemCode: string;
  readonly startedAt: string;
}): Promise<Deployment> {
  return bodyOf(await api.POST("/api/v1/deployments", { body, ...soon() }));
}

export async function endDeployment(seen: Deployment, endedAt: string): Promise<Deployment> {
  const asked = {
    params: { path: { id: seen.id } },
    body: { endedAt },
    ...onTopOf(seen),
    ...soon(),
  };
  return bodyOf(await api.PATCH("/api/v1/deployments/{id}", asked));
}

/** The newest messages of a tracker, newest first, with more than asked for when there are. */
export async function readMessages(
  studyId: number,
  trackerId: number,
  limit = MESSAGES,
): Promise<readonly RawMessage[]> {
  const query = { studyId, trackerId, limit };
  return bodyOf(await api.GET("/api/v1/raw-messages", { params: { query }, ...soon() }));
}

export async function readFrameGaps(id: number): Promise<FrameGaps> {
  const asked = { params: { path: { id } }, ...soon() };
  return bodyOf(await api.GET("/api/v1/trackers/{id}/frame-gaps", asked));
}

export async function readTracker(id: number): Promise<Tracker> {
  return bodyOf(await api.GET("/api/v1/trackers/{id}", { params: { path: { id } }, ...soon() }));
}

/** Writes on top of the version seen. */
export async function changeTracker(seen: Tracker, body: TrackerSettings): Promise<Tracker> {
  const asked = { params: { path: { id: seen.id } }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PATCH("/api/v1/trackers/{id}", asked));
}
