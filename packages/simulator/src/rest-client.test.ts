import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { restClient } from "./rest-client.ts";

it("says where nobody answers, and why", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const url = `http://127.0.0.1:${port}`;
  await expect(restClient({ url }).list("studies")).rejects.toThrow(
    `nobody answers at ${url}: connect ECONNREFUSED`,
  );
});
