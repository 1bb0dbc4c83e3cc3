import type { About, Caller } from "./protocol.ts";

/** A frame of `frames.json`, made by us or captured and its sender masked, and what it says. */
export interface Sample {
  readonly note: string;
  readonly hex: string;
  /** It comes as a datagram, in a form that no stream has. */
  readonly datagram?: true;
  /** What the connection had said before; a known tracker when absent. */
  readonly uniqueId?: string;
  readonly context?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** ISO 8601; an instant in 2026 when absent. */
  readonly receivedAt?: string;
  /** What it says, or why it cannot be read. */
  readonly fixes?: readonly unknown[];
  readonly reason?: string;
  /** What is answered, in hexadecimal, or null for nothing; not looked at when absent. */
  readonly reply?: string | null;
}

const RECEIVED_AT = "2026-06-19T12:00:00.000Z";

/** What is known of a sample beside its bytes. */
export function aboutOf({ datagram, context, settings, receivedAt }: Sample): About {
  return {
    receivedAt: new Date(receivedAt ?? RECEIVED_AT),
    transport: datagram ? "udp" : "tcp",
    context: context ?? null,
    settings: settings ?? {},
  };
}

/** Who sends a sample. */
export function callerOf({ datagram, uniqueId, context, receivedAt }: Sample): Caller {
  return {
    uniqueId: uniqueId ?? "356307042441013",
    context: context ?? null,
    transport: datagram ? "udp" : "tcp",
    now: new Date(receivedAt ?? RECEIVED_AT),
  };
}

/** A TCP caller that has logged in, or not. */
export function calledBy(uniqueId: string | null): Caller {
  return { uniqueId, context: null, transport: "tcp", now: new Date(RECEIVED_AT) };
}

/** What is known of bytes that came over TCP from a tracker nothing is set for. */
export const PLAIN: About = aboutOf({ note: "", hex: "" });
