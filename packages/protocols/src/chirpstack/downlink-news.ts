import { type JsonObject, objectOf, wordsOf } from "../json-fields.ts";
import type { CommandNews } from "../push-protocol.ts";

/** How an instruction has fared, by the id of its queue item, if the event tells of one. */
export function newsOf(kind: string, event: JsonObject): CommandNews | undefined {
  if (kind === "log") return newsOfLog(event);
  const key = wordsOf(event["queueItemId"]);
  if (key === undefined) return undefined;
  if (kind === "txack") return { key, outcome: "sent", text: sentBy(event) };
  if (kind !== "ack") return undefined;
  return event["acknowledged"] === true
    ? { key, outcome: "acknowledged", text: "acknowledged by the device" }
    : { key, outcome: "retry", text: "not acknowledged by the device" };
}

function sentBy({ gatewayId }: JsonObject): string {
  const gateway = wordsOf(gatewayId);
  return gateway ? `sent by gateway ${gateway}` : "sent by a gateway";
}

/** Errors about a queue item, which ChirpStack then drops; it names the item in the log's context. */
function newsOfLog(event: JsonObject): CommandNews | undefined {
  const key = wordsOf(objectOf(event["context"])?.["queue_item_id"]);
  if (key === undefined || event["level"] === "INFO") return undefined;
  const words = [wordsOf(event["code"]), wordsOf(event["description"])].filter((word) => word);
  return { key, outcome: "failed", text: words.join(": ") || "failed in the network" };
}
