import { expect, test } from "vitest";
import { natsAddress } from "./nats-address.ts";

const PLAIN = {
  servers: ["nats"],
  isEncrypted: false,
  user: undefined,
  password: undefined,
  credentials: undefined,
  stream: "zpr",
  authority: undefined,
  replicas: 1,
};

test.each([
  ["nats://nats", PLAIN],
  ["nats://nats/", PLAIN],
  ["nats://nats:4222/scheldt", { ...PLAIN, servers: ["nats:4222"], stream: "scheldt" }],
  ["nats://a:1,b:2?replicas=3", { ...PLAIN, servers: ["a:1", "b:2"], replicas: 3 }],
  ["nats://zpr:s%40fe@nats", { ...PLAIN, user: "zpr", password: "s@fe" }],
  [
    "tls://nats/zpr?creds=/etc/zpr/nats.creds&ca=/etc/zpr/ca.pem&replicas=5",
    {
      ...PLAIN,
      isEncrypted: true,
      credentials: "/etc/zpr/nats.creds",
      authority: "/etc/zpr/ca.pem",
      replicas: 5,
    },
  ],
])("%s is read", (url, address) => {
  expect(natsAddress(url)).toEqual(address);
});
