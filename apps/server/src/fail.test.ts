import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { messageOf } from "./fail.ts";

it("says by which setting another port is chosen", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const [error] = await once(createServer().listen(port, "127.0.0.1"), "error");
  taken.close();
  expect(messageOf(error, { ZPR_H02_PORT: String(port) })).toBe(
    `another program listens at port ${port}; choose another with ZPR_H02_PORT`,
  );
});
