import { type JsonObject, objectOf, textOf } from "../json-fields.ts";
import type { CommandNews } from "../push-protocol.ts";

/** How an instruction has fared, by the id of its queue item, if the event tells of one. */
export function newsOf(kind: string, event: JsonObject): CommandNews | undefined {
  if (kind === "log") return newsOfLog(event);
  const key = textOf(event["queueItemId"]);
  if (key === undefined) return undefined;
  if (kind === "txack") return { key, outcome: "sent", text: sentBy(event) };
  if (kind !== "ack") return undefined;
  return event["acknowledged"] === true
    ? { key, outcome: "acknowledged", text: "acknowledged by the device" }
    : { key, outcome: "retry", text: "not acknowledged by the device" };
}

function sentBy({ gatewayId }: JsonObject): string {
  return typeof gatewayId === "string" ? `sent by gateway ${gatewayId}` : "sent by a gateway";
}

/** Errors about a queue item, which ChirpStack then drops; it names the item in the log's context. */
function newsOfLog(event: JsonObject): CommandNews | undefined {
  const key = textOf(objectOf(event["context"])?.["queue_item_id"]);
  if (key === undefined || event["level"] === "INFO") return undefined;
  const words = [textOf(event["code"]), textOf(event["description"])].filter((word) => word);
  return { key, outcome: "failed", text: words.join(": ") || "failed in the network" };
}
