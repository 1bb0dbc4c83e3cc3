import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decoded } from "./protocol.ts";
import { pushProtocolNamed } from "./registry.ts";
import { PLAIN } from "./testing.ts";

/** A whole push of each form. */
const PUSHES = {
  globalstar: {
    xml: `<?xml version="1.0"?><stuMessages messageID="1f0c"><stuMessage><esn>0-1234567</esn><unixTime>1781870400</unixTime><gps>N</gps><payload length="9" source="pc" encoding="hex">0x0048d1590320ff0a40</payload></stuMessage><stuMessage><esn>0-7654321</esn><unixTime>1781870460</unixTime><payload length="9" encoding="hex">0x5b333c781900050102</payload></stuMessage></stuMessages>`,
    provisioning: `<prvmsgs prvMessageID="1f0c"><prvmsg><esn>0-1234567</esn><provID>12</provID></prvmsg></prvmsgs>`,
    json: `{"version":1,"entry":{"devices":[{"gpsCoordinate":{"latitude":51.2,"longitude":4.4},"deviceIdentify":{"esn":"0-1234567","unixTime":1781870400},"deviceInfo":{"batteryStatus":"Good","gpsDataValid":"Valid"}}]}}`,
  },
  spot: {
    xml: `<messageList xmlns="http://v2.shared.globalstar.com"><header><totalCount>1</totalCount></header><message><id>1</id><esn>0-1234567</esn><messageType>TRACK</messageType><timestamp>2026-06-19T12:00:00.000Z</timestamp><latitude>51.2</latitude><longitude>4.4</longitude><batteryState>GOOD</batteryState></message></messageList>`,
    json: `{"messageList":{"message":{"id":1,"esn":"0-1234567","messageType":"TRACK","timeInGMTSecond":1781870400,"latitude":51.2,"longitude":4.4,"altitude":3,"batteryState":"LOW"}}}`,
  },
};

/** What no text column can hold. */
const CONTROL = /\p{Cc}/u;

describe.each(["globalstar", "spot"] as const)("%s", (name) => {
  const protocol = pushProtocolNamed(name);
  const pushes = Object.values(PUSHES[name]);

  /** Reads as the server does, and looks at all that would be stored and said. */
  function read(body: Buffer): boolean {
    const push = { receivedAt: new Date("2026-06-19T12:00:00Z"), contentType: "", query: {} };
    const unpacked = protocol?.unpack(body, push);
    protocol?.refusal?.(body, push, "a reason");
    checkFixes(protocol?.decode(body, PLAIN));
    if (!unpacked?.ok) {
      expect(unpacked?.reason).not.toBe("");
      return false;
    }
    for (const { uniqueId, bytes } of unpacked.messages) {
      expect(uniqueId).not.toMatch(CONTROL);
      checkFixes(protocol?.decode(bytes, PLAIN));
    }
    return true;
  }

  function checkFixes(decoded: Decoded | undefined): void {
    if (!decoded?.ok) return;
    for (const { fix, bytes } of decoded.records) {
      expect(fix.time.getTime()).not.toBeNaN();
      expect(bytes.length).toBeGreaterThan(0);
      for (const value of Object.values(fix.attributes))
        expect(`${typeof value} ${value}`).toMatch(/^(string|boolean|number) \P{Cc}+$/u);
      for (const value of fix.position ?? []) expect(value).toSatisfy(Number.isFinite);
    }
  }

  it.each(pushes)("reads all there is in a push: %s", (text) => {
    expect(read(Buffer.from(text))).toBe(true);
  });

  it.each(pushes)("takes no push that was cut off: %s", (text) => {
    for (let length = 0; length < text.length; length++)
      expect(read(Buffer.from(text.slice(0, length)))).toBe(false);
  });

  it("answers any bytes with a value", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        read(Buffer.from(bytes));
      }),
    );
  });

  it("answers a push with any bytes changed, or any text in a place of it, with a value", () => {
    const changed = fc
      .tuple(
        fc.constantFrom(...pushes),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      )
      .map(([text, changes]) => {
        const body = Buffer.from(text);
        for (const [place, byte] of changes) body[place % body.length] = byte;
        return body;
      });
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom("-1", "1e400", "&#0;", "&#x4e2d;", "\u0000", "9".repeat(30), "<a/>", "{}"),
    );
    const filled = fc.tuple(fc.constantFrom(...pushes), fc.nat(), odd).map(([text, which, by]) => {
      const values = [...text.matchAll(/(?<=>)[^<]+(?=<)|(?<=":)("[^"]*"|[\d.]+)/g)];
      const value = values[which % values.length];
      const at = value?.index ?? 0;
      return Buffer.from(text.slice(0, at) + by + text.slice(at + (value?.[0].length ?? 0)));
    });
    fc.assert(
      fc.property(fc.oneof(changed, filled), (body) => {
        read(body);
      }),
      { numRuns: 3000 },
    );
  });
});
