import type { Fix } from "@zpr/model";
import {
  type CommandLanguage,
  type Decoded,
  type Meaning,
  type Protocol,
  protocolNamed,
} from "@zpr/protocols";
import type { Vector, Verdict } from "./comparison.ts";
import { alikeIf, same } from "./verdicts.ts";

const SOME_IMEI = "356307042441013";

/** What a published test says it does with a frame, beside what every vector has. */
export interface PublishedVector extends Vector {
  readonly kind?: string;
  readonly check?: string;
}

interface FramingVector extends Vector {
  readonly expected?: { readonly firstFrame?: string };
}

/** How we read a whole frame of a tracker that has logged in. */
export interface Reading {
  readonly meaning: Meaning;
  readonly decoded: Decoded;
  /** None when it cannot be decoded. */
  readonly fixes: readonly Fix[];
}

/** A protocol that must be there. */
export function ofName(name: string): Protocol & { readonly commands: CommandLanguage } {
  const protocol = protocolNamed(name);
  if (!protocol?.commands) throw new Error(`there is no protocol ${name} that takes commands`);
  return { ...protocol, commands: protocol.commands };
}

/** Reads a frame as the gateway and ingest do. */
export function readingOf(
  protocol: Protocol,
  frame: Buffer,
  transport: "tcp" | "udp" = "tcp",
): Reading {
  const now = new Date();
  const caller = { uniqueId: SOME_IMEI, context: null, transport, now };
  const about = { receivedAt: now, context: null, transport, settings: {} };
  const decoded = protocol.decode(frame, about);
  return {
    meaning: protocol.understand(frame, caller),
    decoded,
    fixes: decoded.ok ? decoded.records.map(({ fix }) => fix) : [],
  };
}

/** Whether we cut the same first frame out of a stream. */
export function compareFraming(protocol: Protocol, { hex = "", expected }: FramingVector): Verdict {
  const stream = Buffer.from(hex, "hex");
  const head = protocol.split(stream);
  const ours = head.kind === "frame" ? stream.toString("hex", 0, head.length) : head.kind;
  return same("the first frame", ours, expected?.firstFrame);
}

/** Whether we know where a tracker is, or that something happened, where a published test does. */
export function compareOutcome(
  { check }: PublishedVector,
  { fixes, decoded }: Pick<Reading, "fixes" | "decoded">,
): Verdict {
  const placed = fixes.some(({ position }) => position !== null);
  const reason = decoded.ok ? "" : `, as ${decoded.reason}`;
  switch (check) {
    case "verifyNull":
      return alikeIf(!placed, "there is a position where there should be none");
    case "verifyPosition":
    case "verifyPositions":
      return alikeIf(placed, `there is no position${reason}`);
    default:
      return alikeIf(fixes.length > 0, `there is no record${reason}`);
  }
}
