import { type JsonObject, objectOf, wordsOf } from "../json-fields.ts";
import type { CommandNews } from "../push-protocol.ts";

/** Marks the correlation id under which an instruction of ours was handed over. */
const OURS = /^zpr:cmd:\d{1,15}$/;

type Fate = Omit<CommandNews, "key">;

const FATES: Readonly<Record<string, Fate>> = {
  downlink_queued: { outcome: "sent", text: "queued by the network" },
  downlink_sent: { outcome: "sent", text: "sent by a gateway" },
  downlink_ack: { outcome: "acknowledged", text: "acknowledged by the device" },
  // The network puts a confirmed downlink back into its queue by itself.
  downlink_nack: { outcome: "sent", text: "not acknowledged, to be sent again by the network" },
  downlink_failed: { outcome: "failed", text: "failed in the network" },
};

/** How an instruction of ours has fared, if the event tells of one. */
export function newsOf(event: JsonObject): CommandNews | undefined {
  for (const [kind, fate] of Object.entries(FATES)) {
    const told = objectOf(event[kind]);
    if (!told) continue;
    const downlink = objectOf(told["downlink"]) ?? told;
    const key = keyIn(downlink["correlation_ids"]) ?? keyIn(event["correlation_ids"]);
    if (key === undefined) return undefined;
    return { key, outcome: fate.outcome, text: reasonIn(told) ?? fate.text };
  }
  return undefined;
}

function keyIn(ids: unknown): string | undefined {
  if (!Array.isArray(ids)) return undefined;
  return ids.find((id): id is string => typeof id === "string" && OURS.test(id));
}

/** The words of a network error, with the values that its template names. */
function reasonIn(told: JsonObject): string | undefined {
  const error = objectOf(told["error"]);
  const values = objectOf(error?.["attributes"]) ?? {};
  const words = wordsOf(error?.["message_format"]) ?? wordsOf(error?.["name"]);
  return words?.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return wordsOf(value) ?? (typeof value === "number" ? `${value}` : whole);
  });
}
