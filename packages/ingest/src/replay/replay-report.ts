import type { ChangedFix, FixOutcome, MessageOutcome, Replayed } from "./replayed.ts";

/** How many messages there were of each outcome, and what became of their fixes. */
export interface ReplayCounts {
  readonly messages: Readonly<Record<MessageOutcome | "read", number>>;
  /** `kept` are fixes of messages that can no longer be read: they are left as they are. */
  readonly fixes: Readonly<Record<FixOutcome | "kept", number>>;
}

/** A change worth looking at: of a fix, or in whether a message can be read. */
export type ReplayExample = ChangedFix | ExampleMessage;

interface ExampleMessage {
  readonly outcome: "nowDecoded" | "noLongerDecoded";
  readonly protocol: string;
  readonly uniqueId: string | null;
  readonly rawMessageId: number;
  readonly reason: string | null;
}

/** What a replay did, or would do. */
export interface ReplayReport {
  readonly byProtocol: Readonly<Record<string, ReplayCounts>>;
  /** The first few of each outcome. */
  readonly examples: readonly ReplayExample[];
}

type Counts<Name extends string> = Record<Name, number>;

/** Adds up what batches came to, keeping up to `show` examples of each outcome. */
export function startReport(show: number): {
  add(replayed: Replayed): void;
  report(): ReplayReport;
} {
  const counts = new Map<string, ReturnType<typeof nothing>>();
  const examples = new Map<string, ReplayExample[]>();

  function of(protocol: string): ReturnType<typeof nothing> {
    const found = counts.get(protocol) ?? nothing();
    counts.set(protocol, found);
    return found;
  }

  function keep(example: ReplayExample): void {
    const alike = examples.get(example.outcome) ?? [];
    if (alike.length < show) alike.push(example);
    examples.set(example.outcome, alike);
  }

  return {
    add({ messages, fixes }) {
      for (const { message, outcome, reason, keptFixes } of messages) {
        const { protocol, uniqueId, id: rawMessageId } = message;
        const sum = of(protocol);
        sum.messages.read++;
        sum.messages[outcome]++;
        sum.fixes.kept += keptFixes;
        if (outcome === "nowDecoded" || outcome === "noLongerDecoded")
          keep({ outcome, protocol, uniqueId, rawMessageId, reason });
      }
      for (const fix of fixes) {
        of(fix.protocol).fixes[fix.outcome]++;
        keep(fix);
      }
    },

    report: () => ({
      byProtocol: Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
      examples: [...examples.values()].flat(),
    }),
  };
}

function nothing() {
  const messages: Counts<MessageOutcome | "read"> = {
    read: 0,
    unchanged: 0,
    changed: 0,
    nowDecoded: 0,
    noLongerDecoded: 0,
    stillUndecodable: 0,
    unknownTracker: 0,
  };
  const fixes: Counts<FixOutcome | "kept"> = { new: 0, changed: 0, gone: 0, reflagged: 0, kept: 0 };
  return { messages, fixes };
}
