import type { Gap, LiveEvent } from "@zpr/ports";
import { GAP } from "./kept-events.ts";

/** The stream that all processes write to and read from. */
export const STREAM = "zpr:live-events";

/** An event as it stands in the stream. */
export function toText(event: LiveEvent | Gap): string {
  return JSON.stringify(event);
}

/** The event of an entry; what nobody can read is a gap. */
export function eventOf(text: string | undefined): LiveEvent | Gap {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isEvent(value) ? withInstants(value) : GAP;
  } catch {
    return GAP;
  }
}

const INSTANTS = ["time", "lastHeardAt", "seenAt"];

/** By name: asking `JSON.parse` to look at each value takes four times as long. */
function withInstants<Event extends object>(event: Event): Event {
  const instants = Object.entries(event).filter(([name]) => INSTANTS.includes(name));
  return Object.assign(
    event,
    Object.fromEntries(instants.map(([name, at]) => [name, new Date(at)])),
  );
}

/** Only our own processes write to the stream, so its kind is proof enough. */
function isEvent(value: unknown): value is LiveEvent | Gap {
  return typeof value === "object" && value !== null && "kind" in value && "studyId" in value;
}
