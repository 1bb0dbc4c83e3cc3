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
