import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { settlePort } from "./settle-port.ts";

test("any free port is one that links can name", async () => {
  const { ZPR_HTTP_PORT: port, ZPR_PUBLIC_URL: url } = await settlePort(
    readConfig({ ZPR_HTTP_PORT: "0" }),
  );
  expect(port).toBeGreaterThan(0);
  expect(url).toBe(`http://localhost:${port}`);
});

test.each([
  [{ ZPR_HTTP_PORT: "0", ZPR_PUBLIC_URL: "https://zpr.example" }, "https://zpr.example"],
  [{ ZPR_HTTP_PORT: "9000" }, "http://localhost:9000"],
])("what somebody set stays as it is: %j", async (environment, url) => {
  expect((await settlePort(readConfig(environment))).ZPR_PUBLIC_URL).toBe(url);
});
