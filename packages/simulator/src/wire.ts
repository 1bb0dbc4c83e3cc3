import { Buffer } from "node:buffer";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";

/** Where the tracker listener is. */
export interface GatewayAddress {
  readonly host: string;
  readonly port: number;
}

/** What carries bytes between a tracker and a server. */
export interface Wire {
  write(bytes: Buffer): void;
  close(): void;
  /** Breaks off without a farewell, as a modem that loses its network. */
  breakOff(): void;
}

export interface WireOptions {
  readonly onBytes: (bytes: Buffer) => void;
  /** The other side hung up, or cannot be reached. */
  readonly onEnd: (reason: Error) => void;
  /** Address to call from, for a load that comes from many. */
  readonly localAddress?: string;
}

/** A TCP connection, open when this resolves. */
export async function tcpWire(
  { host, port }: GatewayAddress,
  { onBytes, onEnd, localAddress }: WireOptions,
): Promise<Wire> {
  const socket = connect({ host, port, noDelay: true, ...(localAddress && { localAddress }) });
  await once(socket, "connect");
  socket.on("data", onBytes);
  socket.on("error", onEnd);
  socket.on("close", () => onEnd(new Error("the server closed the connection")));
  return {
    write: (bytes) => void socket.write(bytes),
    close: () => void socket.end(),
    breakOff: () => void socket.resetAndDestroy(),
  };
}

/** A UDP socket; every datagram of the server comes as one piece. */
export async function udpWire(
  { host, port }: GatewayAddress,
  { onBytes, onEnd }: WireOptions,
): Promise<Wire> {
  const socket = createSocket("udp4");
  socket.on("message", (datagram) => onBytes(Buffer.from(datagram)));
  socket.on("error", onEnd);
  socket.connect(port, host);
  await once(socket, "connect");
  let isOpen = true;
  const close = () => {
    if (isOpen) socket.close();
    isOpen = false;
  };
  return { write: (bytes) => isOpen && socket.send(bytes), close, breakOff: close };
}
