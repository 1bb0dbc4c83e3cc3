import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { RawMessage } from "@zpr/model";
import { messageText, parcelOf, parcelText, withRecords } from "@zpr/platform/testing";
import type { CarriedMessage } from "@zpr/ports";
import { decoderNamed, pushProtocolNamed, type Settings } from "@zpr/protocols";
import { describe, expect, test } from "vitest";
import { decode, readOnTheWay, senderKey } from "./decode.ts";

const ID = "0197a3c5-0000-7000-8000-000000000001";
const RECEIVED_AT = new Date("2026-06-19T12:00:00.000Z");
const FRAMES = new URL("../../protocols/src/*/frames.json", import.meta.url).pathname;

interface Sample {
  readonly hex: string;
  readonly uniqueId?: string;
  readonly context?: string;
  readonly settings?: Settings;
}

interface Case {
  readonly message: RawMessage;
  readonly settings: Settings;
}

/** Every frame that the decoders are tested with, by protocol. */
const cases: readonly (readonly [protocol: string, cases: readonly Case[]])[] = globSync(
  FRAMES,
).map((path) => {
  const samples: readonly Sample[] = JSON.parse(readFileSync(path, "utf8"));
  const protocol = basename(dirname(path));
  return [
    protocol,
    samples.map(({ hex, uniqueId = "356307042441013", context = null, settings = {} }) => ({
      settings,
      message: {
        protocol,
        uniqueId,
        transport: "tcp" as const,
        receivedAt: RECEIVED_AT,
        bytes: Buffer.from(hex, "hex"),
        context,
      },
    })),
  ];
});

function onTheWay(messages: readonly RawMessage[]): readonly CarriedMessage[] {
  const text = withRecords(parcelText(ID, messages.map(messageText)), readOnTheWay);
  const parcel = parcelOf(Buffer.from(text), { id: "another", at: RECEIVED_AT });
  expect(parcel.id).toBe(ID);
  return parcel.messages;
}

describe.each(cases)("frames of %s", (protocol, all) => {
  test("say the same whether they are read on the way or by the recorder", () => {
    const carried = onTheWay(all.map(({ message }) => message));
    for (const [place, { message, settings }] of all.entries()) {
      const { records, ...rest } = carried[place] ?? (message as CarriedMessage);
      expect(rest).toEqual(message);
      const set = new Map([[senderKey({ protocol, uniqueId: message.uniqueId ?? "" }), settings]]);
      const here = decode([{ ...message, id: 1 }], set);
      const there = decode([{ ...rest, ...(records && { records }), id: 1 }], set);
      expect(there.problems.map(({ reason }) => reason)).toEqual(
        here.problems.map(({ reason }) => reason),
      );
      expect(there.readable.map((one) => one.records)).toEqual(
        here.readable.map((one) => one.records),
      );
    }
  });

  test("are read on the way unless somebody set something for their trackers", () => {
    const carried = onTheWay(all.map(({ message }) => message));
    const read = carried.filter(({ records }) => records !== undefined);
    if (decoderNamed(protocol)?.needsSettings) expect(read).toEqual([]);
    else expect(read.length).toBeGreaterThan(0);
  });
});

test("a payload goes on to the codec of its tracker, with what the network's own said", () => {
  const ttn = pushProtocolNamed("ttn");
  const body = {
    end_device_ids: { device_id: "bottle-1", dev_eui: "70B3D57ED005AA01" },
    received_at: "2026-06-19T12:00:00Z",
    uplink_message: { f_port: 2, frm_payload: "AQID/w==", decoded_payload: { latitude: 51.2 } },
  };
  const unpacked = ttn?.unpack(Buffer.from(JSON.stringify(body)), {
    receivedAt: RECEIVED_AT,
    contentType: "application/json",
    query: {},
  });
  if (!unpacked?.ok) throw new Error("the uplink is none");
  const messages = unpacked.messages.map(
    ({ uniqueId, bytes, context = null }): RawMessage => ({
      protocol: "ttn",
      transport: "http",
      receivedAt: RECEIVED_AT,
      uniqueId,
      bytes,
      context,
    }),
  );
  const [carried] = onTheWay(messages);
  const payload = { bytes: Buffer.from([1, 2, 3, 255]), port: 2, object: { latitude: 51.2 } };
  expect(carried?.records?.map((record) => record.payload)).toEqual([payload]);
});

const [first] = cases.find(([protocol]) => protocol === "teltonika")?.[1] ?? [];

test("what is no parcel goes on as it is", () => {
  for (const text of ["no parcel", `{"parcel":"${ID}"}`, '{"format":2,"id":1}'])
    expect(withRecords(text, readOnTheWay)).toBe(text);
});

test("a parcel without room for what was read goes on as it is", () => {
  if (!first) throw new Error("no frame");
  const many = Array.from({ length: 2500 }, () => messageText(first.message));
  const text = parcelText(ID, many);
  expect(text.length).toBeLessThan(1024 * 1024);
  expect(withRecords(text, readOnTheWay)).toBe(text);
});

test("what another version read is read again", () => {
  if (!first) throw new Error("no frame");
  const text = messageText(first.message).replace(/\}$/, ',"records":[{"place":"here"}]}');
  const { messages } = parcelOf(Buffer.from(parcelText(ID, [text])), { id: ID, at: RECEIVED_AT });
  expect(messages).toEqual([first.message]);
});
