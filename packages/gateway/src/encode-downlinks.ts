import { Buffer } from "node:buffer";
import { parseLorawanDownlink } from "@zpr/model";
import type {
  AssignedCodec,
  CodecRunner,
  CodecStore,
  DownlinkCommand,
  DownlinkSender,
} from "@zpr/ports";
import { readEncoded } from "@zpr/protocols";

export interface EncodePorts {
  readonly codecStore: Pick<CodecStore, "assigned">;
  readonly codecRunner: CodecRunner;
}

interface NotSent {
  readonly outcome: "failed" | "retry";
  readonly reason: string;
}

/** For codecs of a style that names no port, when the tracker's settings name none either. */
const USUAL_PORT = 1;

/**
 * A sender whose instructions that are JSON objects become bytes by the codec of their tracker; for
 * trackers without one that encodes, the network's own codec has to.
 */
export function encodeDownlinks(
  protocol: string,
  sender: DownlinkSender,
  { codecStore, codecRunner }: EncodePorts,
): DownlinkSender {
  async function encoded(
    command: DownlinkCommand,
    values: Readonly<Record<string, unknown>>,
    { id, source, variables }: AssignedCodec,
  ): Promise<string | NotSent> {
    const { downlinkPort } = command.settings;
    const port = typeof downlinkPort === "number" ? downlinkPort : USUAL_PORT;
    const call = { name: "encodeDownlink", data: values, port, variables } as const;
    const run = await codecRunner.run(source, call, `${id}`);
    if (!run.ok) return notSent(run.isResting ? "retry" : "failed", run.reason);
    const answer = readEncoded(run.answer, port);
    if (!answer.ok) return notSent("failed", answer.reason);
    const text = `${answer.port}:${Buffer.from(answer.bytes).toString("hex")}`;
    return parseLorawanDownlink(text) ? text : notSent("failed", `${text} cannot be sent`);
  }

  return {
    async send(command, expect) {
      const downlink = parseLorawanDownlink(command.text);
      if (!downlink || !("values" in downlink)) return sender.send(command, expect);
      const { uniqueId } = command;
      const codecs = await codecStore.assigned([{ protocol, uniqueId }]);
      const codec = codecs.get(`${protocol} ${uniqueId}`);
      if (!codec?.functions.includes("encodeDownlink")) return sender.send(command, expect);
      const text = await encoded(command, downlink.values, codec);
      if (typeof text !== "string") return text;
      return sender.send({ ...command, text }, expect);
    },
  };
}

function notSent(outcome: NotSent["outcome"], reason: string): NotSent {
  return { outcome, reason: `codec: ${reason}` };
}
