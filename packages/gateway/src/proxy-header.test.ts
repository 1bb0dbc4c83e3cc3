import fc from "fast-check";
import { expect, test } from "vitest";
import { readProxyHeader } from "./proxy-header.ts";

const SIGNATURE = "0d0a0d0a000d0a515549540a";
const IPV4 = Buffer.from(`${SIGNATURE}2111000cc0a80a0b7f0000015ba113a3`, "hex");
const IPV6 = Buffer.from(
  `${SIGNATURE}21210024${"20010db8000000000000000000000001"}${"0".repeat(32)}5ba113a3`,
  "hex",
);

test("tells who calls over IPv4", () => {
  expect(readProxyHeader(Buffer.concat([IPV4, Buffer.from("more")]))).toEqual({
    kind: "header",
    bytes: IPV4.length,
    peer: { address: "192.168.10.11", port: 23457 },
  });
});

test("tells who calls over IPv6", () => {
  expect(readProxyHeader(IPV6)).toMatchObject({
    peer: { address: "2001:0db8:0000:0000:0000:0000:0000:0001", port: 23457 },
  });
});

test("knows the balancer's own calls and passes over what it says besides", () => {
  expect(readProxyHeader(Buffer.from(`${SIGNATURE}20000000`, "hex"))).toEqual({
    kind: "header",
    bytes: 16,
    peer: undefined,
  });
  const longer = Buffer.concat([IPV4, Buffer.from("0300040102030405", "hex")]);
  longer.writeUInt16BE(12 + 8, 14);
  expect(readProxyHeader(longer)).toMatchObject({ bytes: longer.length });
});

test("waits for the rest wherever it is cut", () => {
  for (let length = 0; length < IPV4.length; length++)
    expect(readProxyHeader(IPV4.subarray(0, length)).kind).toBe("incomplete");
});

test("refuses anything else, and never throws", () => {
  expect(readProxyHeader(Buffer.from("PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n")).kind).toBe("noise");
  expect(readProxyHeader(Buffer.from(`${SIGNATURE}3111000c`, "hex")).kind).toBe("noise");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      readProxyHeader(Buffer.from(bytes));
      readProxyHeader(Buffer.concat([Buffer.from(SIGNATURE, "hex"), bytes]));
    }),
  );
});
