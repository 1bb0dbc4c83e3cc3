import type { Buffer } from "node:buffer";
import type { CommandBox, Meter, RawLog } from "@zpr/ports";
import type { Push, PushedMessage, PushProtocol, Unpacked } from "@zpr/protocols";

/** What a service pushed, and how it came. */
export interface Pushed {
  readonly protocol: PushProtocol;
  readonly transport: "http" | "mqtt";
  readonly push: Push;
  readonly body: Buffer;
}

export interface PushPorts {
  readonly rawLog: RawLog;
  readonly commandBox: CommandBox;
  readonly meter: Meter;
}

/**
 * Keeps what was pushed, and resolves once it is durable and its news of instructions is too. What
 * cannot be unpacked is kept whole, of nobody. When it rejects, the same may be pushed again.
 */
export async function keepPush(pushed: Pushed, ports: PushPorts): Promise<Unpacked> {
  const { protocol, transport, push, body } = pushed;
  const began = performance.now();
  const unpacked = protocol.unpack(body, push);
  const told: readonly (Omit<PushedMessage, "uniqueId"> & { readonly uniqueId: string | null })[] =
    unpacked.ok ? unpacked.messages : [{ uniqueId: null, bytes: body }];
  await Promise.all(
    told.map(({ uniqueId, bytes, context = null }) =>
      ports.rawLog.append({
        protocol: protocol.name,
        uniqueId,
        transport,
        receivedAt: push.receivedAt,
        bytes,
        context,
      }),
    ),
  );
  for (const { uniqueId, bytes, news } of told)
    if (news && uniqueId !== null)
      await ports.commandBox.answered({ protocol: protocol.name, uniqueId }, null, {
        ...news,
        bytes,
      });
  ports.meter.took("acknowledgement", (performance.now() - began) / 1000, {});
  if (unpacked.ok) ports.meter.count("frames-kept", protocol.name, unpacked.messages.length);
  return unpacked;
}
