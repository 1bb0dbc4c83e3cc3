import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** One address in front of several processes. */
export interface Balancer {
  close(): Promise<void>;
}

/** Hands each connection to the next of some ports, as a load balancer in front of them would. */
export async function startBalancer(port: number, ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((near) => {
    const far = connect(ports[turn++ % ports.length] ?? 0, "localhost");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.end();
      });
    }
  });
  server.listen(port);
  await once(server, "listening");
  return {
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
