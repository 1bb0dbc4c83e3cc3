/**
 * PROXY protocol version 2, in which a load balancer says who really calls. Source: "The PROXY
 * protocol", HAProxy Technologies, section 2.2. Big-endian:
 *
 *   12 bytes signature | u8 version (2) and command (0 the balancer itself, 1 for somebody)
 *   | u8 family (high) and transport (low) | u16 length of the rest
 *   family 1: source and destination IPv4, two ports; family 2: the same with IPv6
 */
import { Buffer } from "node:buffer";
import type { Socket } from "node:net";

const SIGNATURE = Buffer.from("0d0a0d0a000d0a515549540a", "hex");
const HEAD = 16;
const LONGEST_REST = 4096;
const LOCAL = 0x20;
const PROXIED = 0x21;
const IPV4 = 1;
const IPV6 = 2;

/** Who calls, as the balancer says. */
export interface ProxiedPeer {
  readonly address: string;
  readonly port: number;
}

/** The header at the head of a stream: `bytes` long, `peer` undefined when the balancer itself calls. */
export type ProxyHeader =
  | { readonly kind: "header"; readonly bytes: number; readonly peer: ProxiedPeer | undefined }
  | { readonly kind: "incomplete" }
  | { readonly kind: "noise"; readonly reason: string };

/** Reads what stands at the head of a stream. */
export function readProxyHeader(buffer: Buffer): ProxyHeader {
  const seen = Math.min(buffer.length, SIGNATURE.length);
  if (!buffer.subarray(0, seen).equals(SIGNATURE.subarray(0, seen)))
    return { kind: "noise", reason: "no PROXY protocol header, version 2" };
  if (buffer.length < HEAD) return { kind: "incomplete" };
  const bytes = HEAD + buffer.readUInt16BE(14);
  const command = buffer.readUInt8(12);
  if (bytes - HEAD > LONGEST_REST || (command !== LOCAL && command !== PROXIED))
    return { kind: "noise", reason: "a PROXY protocol header nobody can read" };
  if (buffer.length < bytes) return { kind: "incomplete" };
  const rest = buffer.subarray(HEAD, bytes);
  return {
    kind: "header",
    bytes,
    peer: command === LOCAL ? undefined : peerIn(rest, buffer.readUInt8(13) >> 4),
  };
}

function peerIn(rest: Buffer, family: number): ProxiedPeer | undefined {
  if (family === IPV4 && rest.length >= 12)
    return { address: rest.subarray(0, 4).join("."), port: rest.readUInt16BE(8) };
  if (family === IPV6 && rest.length >= 36)
    return { address: ipv6(rest.subarray(0, 16)), port: rest.readUInt16BE(32) };
  return undefined;
}

function ipv6(bytes: Buffer): string {
  return (bytes.toString("hex").match(/.{4}/g) ?? []).join(":");
}

/** Takes the header off a new connection and leaves what follows; rejects when there is none. */
export async function takeProxyHeader(socket: Socket): Promise<ProxiedPeer | undefined> {
  let pending: Buffer = Buffer.alloc(0);
  for (;;) {
    pending = Buffer.concat([pending, await nextChunk(socket)]);
    const header = readProxyHeader(pending);
    if (header.kind === "noise") throw new Error(header.reason);
    if (header.kind === "incomplete") continue;
    if (pending.length > header.bytes) socket.unshift(pending.subarray(header.bytes));
    return header.peer;
  }
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  for (;;) {
    const chunk: Buffer | null = socket.read();
    if (chunk) return chunk;
    if (socket.readableEnded || socket.destroyed)
      throw new Error("the connection ended before its PROXY protocol header");
    await new Promise<void>((resolve) => {
      for (const event of EVENTS) socket.once(event, resolve);
    });
  }
}

const EVENTS = ["readable", "end", "close"] as const;
