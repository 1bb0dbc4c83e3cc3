import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../testing.ts";
import { globalstar } from "./globalstar.ts";

const ID = "1f0c5a70aa6910048f5cbd2f53ab6e2d";
const PUSH = {
  receivedAt: new Date("2026-06-19T12:00:07.000Z"),
  contentType: "text/xml",
  query: {},
};
const UNIX_TIME = 1_781_870_400;

const message = (hex: string, esn = "0-1234567") =>
  `<stuMessage>\r\n<esn>${esn}</esn>\r\n<unixTime>${UNIX_TIME}</unixTime>\r\n<gps>N</gps>\r\n` +
  `<payload length="${hex.length / 2}" source="pc" encoding="hex">0x${hex}</payload>\r\n</stuMessage>`;

const pushOf = (...messages: readonly string[]) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<stuMessages timeStamp="19/06/2026 12:00:05 GMT" messageID="${ID}">\r\n${messages.join("\r\n")}</stuMessages>`,
  );

function fixOf(hex: string) {
  const decoded = globalstar.decode(Buffer.from(message(hex)), PLAIN);
  if (!decoded.ok || decoded.records.length !== 1) throw new Error(JSON.stringify(decoded));
  return decoded.records[0];
}

describe("a push", () => {
  const parts = [message("0048d1590320ff0a40"), message("57010a0b0c0d0e0f10", "0-7654321")];

  it("is its messages, each exactly as it stands there", () => {
    const unpacked = globalstar.unpack(pushOf(...parts), PUSH);
    if (!unpacked.ok) throw new Error(unpacked.reason);
    expect(unpacked.messages.map(({ uniqueId }) => uniqueId)).toEqual(["0-1234567", "0-7654321"]);
    expect(unpacked.messages.map(({ bytes }) => bytes.toString())).toEqual(parts);
  });

  it("keeps its bytes whatever their encoding", () => {
    const body = Buffer.concat([
      Buffer.from(`<stuMessages messageID="${ID}"><!-- `),
      Buffer.from([0xe9, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]),
      Buffer.from(` -->${parts[0]}</stuMessages>`),
    ]);
    expect(globalstar.unpack(body, PUSH)).toMatchObject({
      messages: [{ bytes: Buffer.from(parts[0] ?? "") }],
    });
  });

  it("may have a byte order mark and blanks in front", () => {
    const body = Buffer.concat([Buffer.from("\ufeff\r\n"), pushOf(...parts)]);
    expect(globalstar.unpack(body, PUSH)).toEqual(globalstar.unpack(pushOf(...parts), PUSH));
  });

  it("is answered with a pass that names it", () => {
    const unpacked = globalstar.unpack(pushOf(...parts), PUSH);
    expect(unpacked.ok && unpacked.answer).toEqual({
      contentType: "text/xml; charset=utf-8",
      body:
        '<?xml version="1.0" encoding="UTF-8"?><stuResponseMsg xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
        ' xsi:noNamespaceSchemaLocation="http://cody.glpconnect.com/XSD/StuResponse_Rev1_0.xsd"' +
        ` deliveryTimeStamp="19/06/2026 12:00:07 GMT" messageID="019edfc0ad581f0c5a70aa6910048f5c" correlationID="${ID}">` +
        "<state>pass</state><stateMessage>Store OK</stateMessage></stuResponseMsg>",
    });
  });

  it("without messages only asks whether somebody is there", () => {
    expect(globalstar.unpack(pushOf(), PUSH)).toMatchObject({
      ok: true,
      messages: [],
      answer: { body: expect.stringContaining("<state>pass</state>") },
    });
  });

  it("of devices that were added is kept and answered likewise, and makes no record", () => {
    const part = "<prvmsg><esn>0-1234567</esn><provID>12</provID></prvmsg>";
    const body = Buffer.from(`<prvmsgs prvMessageID="${ID}">${part}</prvmsgs>`);
    expect(globalstar.unpack(body, PUSH)).toMatchObject({
      messages: [{ uniqueId: "0-1234567", bytes: Buffer.from(part) }],
      answer: {
        body: expect.stringMatching(
          `<prvResponseMsg .*ProvisionResponse_Rev1_0.xsd.* correlationID="${ID}"><state>pass<`,
        ),
      },
    });
    expect(globalstar.decode(Buffer.from(part), PLAIN)).toEqual({ ok: true, records: [] });
  });

  it.each([
    ["no XML", "hello", "broken XML: Root element is missing or invalid"],
    ["cut off", "<stuMessages><stuMessage>", "broken XML: Missing end tag for element stuMessage"],
    ["another root", "<a/>", "<a> is neither stuMessages nor prvmsgs"],
    ["a device unnamed", "<stuMessages><stuMessage/></stuMessages>", "a message without an ESN"],
    ["another JSON", '{"entry":{}}', "neither XML nor JSON with a list entry.devices"],
  ])("that is wrong gives a reason: %s", (_what, text, reason) => {
    expect(globalstar.unpack(Buffer.from(text), PUSH)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it("that means harm is refused", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}">]><stuMessages>&b;</stuMessages>`;
    expect(globalstar.unpack(Buffer.from(bomb), PUSH)).toMatchObject({
      reason: "XML with a document type",
    });
    const deep = `${"<stuMessages>".repeat(50_000)}${"</stuMessages>".repeat(50_000)}`;
    expect(globalstar.unpack(Buffer.from(deep), PUSH)).toMatchObject({
      reason: "XML nested too deep",
    });
    const ofUnknownEntity = "<stuMessages>&other;</stuMessages>";
    expect(globalstar.unpack(Buffer.from(ofUnknownEntity), PUSH)).toMatchObject({ ok: false });
  });

  it("that is refused hears of it in XML, with its id where that can be read", () => {
    const body = Buffer.from(`<stuMessages messageID="${ID}"><stuMessage/></stuMessages>`);
    expect(globalstar.refusal?.(body, PUSH, 'no "ESN" & such')?.body).toContain(
      `correlationID="${ID}"><state>fail</state><stateMessage>no &quot;ESN&quot; &amp; such<`,
    );
    expect(globalstar.refusal?.(Buffer.from("<"), PUSH, "broken")?.body).toContain(
      'correlationID=""><state>fail</state>',
    );
  });
});

describe("a standard message", () => {
  it("tells where the device is and how it fares", () => {
    // 51.2 and 4.4 degrees, input 2 open, in motion and vibrating.
    expect(fixOf("0048d1590320ff0850")).toMatchObject({
      fix: {
        time: new Date("2026-06-19T12:00:00.000Z"),
        position: [expect.closeTo(4.4, 4), expect.closeTo(51.2, 4)],
        quality: "valid",
        attributes: {
          messageType: "location",
          batteryLow: false,
          gpsFailed: false,
          input1Triggered: false,
          input1Open: false,
          input2Triggered: false,
          input2Open: true,
          vibrating: true,
          moving: true,
          reducedAccuracy: false,
        },
      },
      bytes: Buffer.from("0048d1590320ff0850", "hex"),
    });
  });

  it("has south and west below zero", () => {
    expect(fixOf("00b72ea7fcdf010000")?.fix.position).toEqual([
      expect.closeTo(-4.4, 4),
      expect.closeTo(-51.2, 4),
    ]);
  });

  it.each([
    ["the bit for it", "0848d1590320ff0000"],
    ["all bits set", "00ffffffffffff0000"],
    ["nothing but zeros", "000000000000000000"],
  ])("has no place when %s says so", (_what, hex) => {
    expect(fixOf(hex)?.fix).toMatchObject({ position: null, quality: "none" });
  });

  it("tells of a low battery, missed inputs, failures and why it was sent", () => {
    expect(fixOf("f448d1590320ff3588")?.fix.attributes).toMatchObject({
      messageType: "input-changed",
      batteryLow: true,
      missedInput1: true,
      missedInput2: true,
      gpsFailures: 3,
      input1Triggered: true,
      input2Triggered: true,
      vibrationTriggered: true,
      reducedAccuracy: true,
    });
  });

  it("of a kind that is not published keeps its bytes and claims no place", () => {
    expect(fixOf("0048d1590320ff6000")?.fix).toMatchObject({
      position: null,
      attributes: { messageType: "standard-6", payload: "0048d1590320ff6000" },
    });
  });
});

describe("other messages", () => {
  it("with a diagnosis tell what the device found", () => {
    expect(fixOf("5b333c781900050102")?.fix).toMatchObject({
      quality: "none",
      attributes: {
        messageType: "replace-battery",
        transmissionsPerMessage: 3,
        batteryLow: true,
        gpsFault: true,
        transmitterFault: false,
        minimumIntervalSeconds: 300,
        maximumIntervalSeconds: 600,
        gpsSearchSeconds: 25,
        gpsFailures: 5,
        transmissions: 258,
      },
    });
  });

  it.each([
    ["truncated", "0148d1590320ffffff", [expect.closeTo(4.4, 4), expect.closeTo(51.2, 4)]],
    ["raw", "0248d1590320ffffff", null],
    ["counts", "6348d1590320ffffff", null],
    ["other-3", "0f48d1590320ffffff", null],
  ])("keep their bytes: %s", (messageType, payload, position) => {
    expect(fixOf(payload)?.fix).toMatchObject({
      position,
      attributes: { messageType, payload },
    });
  });

  it("of several packets are as long as they are", () => {
    const payload = "0048d1590320ff0000".padEnd(54, "0");
    expect(fixOf(payload)?.bytes).toEqual(Buffer.from(payload, "hex"));
  });
});

it.each([
  ["<stuMessage><unixTime>x</unixTime></stuMessage>", "unixTime is no time"],
  ["<stuMessage><unixTime>1</unixTime></stuMessage>", "no payload"],
  [message("0048"), "a payload of 2 bytes, not 9 to 144"],
  [message("0048").replace('"2"', '"9"'), "a payload of 2 bytes that says it has others"],
  [message("0048").replace('"hex"', '"base64"'), "a payload encoded otherwise than in hex"],
  [message("0048").replace("0x0048", "0x004"), "a payload that is not hexadecimal"],
  ["<ackMessage/>", "<ackMessage> is no message of a device"],
])("what cannot be read says why: %s", (text, reason) => {
  expect(globalstar.decode(Buffer.from(text), PLAIN)).toEqual({ ok: false, reason });
});

describe("the JSON form", () => {
  const device = {
    gpsCoordinate: { latitude: "51.2", longitude: 4.4 },
    deviceIdentify: { esn: "0-1234567", unixTime: UNIX_TIME },
    deviceInfo: { messageType: 0, batteryStatus: "Good", gpsDataValid: "Valid" },
  };
  const decode = (one: object) => globalstar.decode(Buffer.from(JSON.stringify(one)), PLAIN);

  it("is its devices, each exactly as it stands there, and leaves the answer to the server", () => {
    const texts = [JSON.stringify(device), JSON.stringify(device, null, 2)];
    const body = Buffer.from(` {"version": 1, "entry": {"devices": [${texts.join(" ,\n")}]}}`);
    expect(globalstar.unpack(body, PUSH)).toEqual({
      ok: true,
      messages: texts.map((text) => ({ uniqueId: "0-1234567", bytes: Buffer.from(text) })),
    });
    expect(globalstar.refusal?.(body, PUSH, "broken")).toBeUndefined();
  });

  it("tells the same in words", () => {
    expect(decode(device)).toMatchObject({
      records: [
        {
          fix: {
            time: new Date("2026-06-19T12:00:00.000Z"),
            position: [4.4, 51.2],
            quality: "valid",
            attributes: { batteryStatus: "Good" },
          },
        },
      ],
    });
  });

  it.each([
    { ...device, gpsCoordinate: { latitude: "", longitude: "" } },
    { ...device, deviceInfo: { gpsDataValid: "Invalid" } },
  ])("has no place when it says so", (one) => {
    expect(decode(one)).toMatchObject({ records: [{ fix: { position: null, quality: "none" } }] });
  });
});
