import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../testing.ts";
import { spot } from "./spot.ts";

const PUSH = { receivedAt: new Date(), contentType: "text/xml", query: {} };

const pushed = (id: number, more = "") =>
  `<message>\r\n<id>${id}</id><esn>0-1234567</esn><esnName>Barrel é</esnName>` +
  `<messageType>NEWMOVEMENT</messageType><messageDetail>It has moved.</messageDetail>` +
  `<timestamp>2026-06-19T12:00:00.000Z</timestamp><timeInGMTSecond>1781870400</timeInGMTSecond>` +
  `<latitude>51.2</latitude><longitude>4.4</longitude><batteryState>GOOD</batteryState>${more}</message>`;

const push = (...messages: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<messageList xmlns="http://v2.shared.globalstar.com">` +
  `<header><totalCount>${messages.length}</totalCount><mode>LIVE</mode></header>${messages.join("\n")}</messageList>`;

const fed = {
  "@clientUnixTime": "0",
  id: 12,
  messengerId: "0-1234567",
  messengerName: "Barrel",
  unixTime: 1_781_870_400,
  messageType: "UNLIMITED-TRACK",
  latitude: 51.2,
  longitude: 4.4,
  modelId: "SPOTTRACE",
  dateTime: "2026-06-19T12:00:00+0000",
  batteryState: "LOW",
  hidden: 0,
  altitude: 3,
};

const feed = (message: unknown) =>
  JSON.stringify({ response: { feedMessageResponse: { count: 1, messages: { message } } } });

const unpack = (text: string) => spot.unpack(Buffer.from(text), PUSH);

function recordOf(message: string | object) {
  const text = typeof message === "string" ? message : JSON.stringify(message);
  const decoded = spot.decode(Buffer.from(text), PLAIN);
  if (!decoded.ok || decoded.records.length !== 1) throw new Error(JSON.stringify(decoded));
  return decoded.records[0];
}

describe("what comes", () => {
  it("as a push in XML is its messages, each exactly as it stands there", () => {
    expect(unpack(push(pushed(1), pushed(2)))).toEqual({
      ok: true,
      messages: [1, 2].map((id) => ({ uniqueId: "0-1234567", bytes: Buffer.from(pushed(id)) })),
      answer: { contentType: "text/plain; charset=utf-8", body: "" },
    });
  });

  it("as a feed in XML is taken likewise", () => {
    const message = "<message><id>1</id><messengerId>0-1234567</messengerId></message>";
    const text = `<response><feedMessageResponse><feed><id>abc</id></feed><messages>${message}</messages></feedMessageResponse></response>`;
    expect(unpack(text)).toMatchObject({ messages: [{ bytes: Buffer.from(message) }] });
  });

  it("as JSON may be one message or a list", () => {
    const one = JSON.stringify(fed);
    expect(unpack(feed(fed))).toMatchObject({
      messages: [{ uniqueId: "0-1234567", bytes: Buffer.from(one) }],
    });
    expect(unpack(feed([fed, fed]))).toMatchObject({ messages: [{}, {}] });
    const list = `{"messageList": {"header": {"message": []}, "message": [ ${one} ]}}`;
    expect(unpack(list)).toMatchObject({ messages: [{ bytes: Buffer.from(one) }] });
    expect(unpack(one)).toMatchObject({ messages: [{ bytes: Buffer.from(one) }] });
    expect(unpack('{"messageList": {"header": {"mode": "LIVE"}}}')).toMatchObject({ messages: [] });
  });

  it.each([
    ["hello", "broken XML"],
    ["{", "broken JSON"],
    ["<messages/>", "<messages> holds no list of messages"],
    ["<response><errors/></response>", "<response> holds no list of messages"],
    ['{"response": {"errors": {}}}', "JSON that holds no list of messages"],
    [push(pushed(1), "<message><id>2</id></message>"), "a message without an ESN"],
    [feed([fed, 7]), "a message without an ESN"],
    [push(pushed(1)).slice(0, -40), "broken XML"],
  ])("wrong says why: %s", (text, reason) => {
    expect(unpack(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe("a message", () => {
  it("tells where and when, why it was sent, and how its battery is", () => {
    expect(recordOf(pushed(12))?.fix).toMatchObject({
      time: new Date("2026-06-19T12:00:00.000Z"),
      position: [4.4, 51.2],
      quality: "valid",
      attributes: {
        messageId: "12",
        messageType: "NEWMOVEMENT",
        messageText: "It has moved.",
        batteryState: "GOOD",
        batteryLow: false,
      },
    });
    expect(recordOf(fed)?.fix).toMatchObject({
      altitudeMetres: 3,
      attributes: { model: "SPOTTRACE", batteryLow: true },
    });
  });

  it("is the same record however it came", () => {
    const [one, other] = [recordOf(pushed(12)), recordOf(fed)];
    expect(other?.bytes).toEqual(one?.bytes);
    expect(other?.fix.time).toEqual(one?.fix.time);
    const stamped = { ...fed, unixTime: undefined, dateTime: "2026-06-19T14:00:00.900+0200" };
    expect(recordOf(stamped)?.fix.time).toEqual(one?.fix.time);
    expect(recordOf(pushed(13))?.bytes).not.toEqual(one?.bytes);
  });

  it.each([
    ["none", { latitude: undefined, longitude: undefined }],
    ["zeros", { latitude: 0, longitude: 0 }],
    ["such as no place has", { latitude: -99999, longitude: -99999 }],
    ["no numbers", { latitude: "", longitude: "n/a" }],
  ])("with coordinates that are %s has no place", (_what, place) => {
    expect(recordOf({ ...fed, ...place })?.fix).toMatchObject({
      position: null,
      quality: "none",
      altitudeMetres: null,
    });
  });

  it.each([
    [{ ...fed, id: undefined }, "a message without an id"],
    [{ ...fed, unixTime: undefined, dateTime: "yesterday" }, "a message without a time"],
    [{ ...fed, unixTime: -1 }, "a message without a time"],
  ])("that lacks something says what", (message, reason) => {
    expect(spot.decode(Buffer.from(JSON.stringify(message)), PLAIN)).toEqual({ ok: false, reason });
  });
});
