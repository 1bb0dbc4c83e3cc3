import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A line to a real SQS on which some messages of batches get lost, as SQS itself says then. */
export interface RefusingProxy {
  readonly url: string;
  /** Refuses so many messages from now on. */
  refuse(count: number): void;
  /** How many it has refused. */
  refused(): number;
  close(): Promise<void>;
}

interface Batch {
  readonly Entries?: readonly { readonly Id: string }[];
}

/** Starts a proxy before an SQS-compatible server. What it refuses never reaches the server. */
export async function refusingProxy(target: string): Promise<RefusingProxy> {
  let left = 0;
  let refused = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString();
    const isBatch = String(request.headers["x-amz-target"]).endsWith(".SendMessageBatch");
    const batch: Batch = isBatch ? JSON.parse(body) : {};
    const lost = (batch.Entries ?? []).slice(0, left);
    left -= lost.length;
    refused += lost.length;
    const rest = (batch.Entries ?? []).slice(lost.length);
    const passed = isBatch ? JSON.stringify({ ...batch, Entries: rest }) : body;
    const taken = isBatch && rest.length === 0 ? {} : await pass(request, passed);
    const Failed = lost.map(({ Id }) => ({
      Id,
      SenderFault: false,
      Code: "InternalError",
      Message: "try again",
    }));
    response.setHeader("content-type", "application/x-amz-json-1.0");
    response.end(JSON.stringify({ ...taken, ...(Failed.length > 0 && { Failed }) }));
  }

  async function pass(request: IncomingMessage, body: string): Promise<object> {
    const headers = ["content-type", "x-amz-target", "authorization", "x-amz-date"].map(
      (name): [string, string] => [name, String(request.headers[name])],
    );
    const answered = await fetch(target, { method: "POST", headers, body });
    return answered.json().then((value) => value as object);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    refuse(count) {
      left = count;
    },
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
