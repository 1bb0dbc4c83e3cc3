import { protocols, pushProtocols } from "@zpr/protocols";
import { expect, test } from "vitest";
import { readCorpus } from "../fuzz/corpus-file.ts";
import { checkInput, seedsOf } from "../fuzz/fuzz-input.ts";

test.each([...protocols, ...pushProtocols])(
  "no input that fuzzing kept breaks $name",
  ({ name }) => {
    const inputs = [...seedsOf(name), ...readCorpus(name)];
    expect(inputs).not.toEqual([]);
    const check = checkInput(name);
    for (const input of inputs) check(input);
  },
);

const DEEP = 200_000;
const lists = `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`;
const elements = `${"<a>".repeat(DEEP)}${"</a>".repeat(DEEP)}`;

/** What a parser that calls itself does not survive, wherever a service's body has room for it. */
const NESTED = [
  lists,
  elements,
  `{"id":"x","time":1,"deep":${lists}}`,
  `{"messages":${lists}}`,
  `{"end_device_ids":{"dev_eui":"70B3D57ED005AA01"},"uplink_message":{"decoded_payload":${lists}}}`,
  `{"deviceInfo":{"devEui":"70b3d57ed005aa02"},"object":${lists}}`,
  `{"SerNo":1,"Records":[${lists}]}`,
  `{"entry":{"devices":${lists}}}`,
  `{"entry":{"devices":[{"deviceIdentify":{"esn":"0-1234567"},"deep":${lists}}]}}`,
  `{"response":{"feedMessageResponse":{"messages":{"message":[{"messengerId":"0-1234567","deep":${lists}}]}}}}`,
  `<stuMessages>${elements}</stuMessages>`,
  `<messageList>${elements}</messageList>`,
];

test.each(pushProtocols)("nothing is nested too deep for $name", ({ name }) => {
  const check = checkInput(name);
  for (const body of NESTED)
    for (const choice of [0, 1, 2])
      check(Buffer.concat([Buffer.from([0, 0, choice]), Buffer.from(body)]));
});
