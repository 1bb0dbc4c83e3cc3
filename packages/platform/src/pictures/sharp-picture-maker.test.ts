import { readFile } from "node:fs/promises";
import type { CleanPicture } from "@zpr/ports";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sharpPictureMaker } from "./sharp-picture-maker.ts";

test("turns a photo upright, drops what the phone wrote into it, and limits its size", async () => {
  const phone = await sharp({
    create: { width: 4000, height: 1000, channels: 3, background: "#e4ff1a" },
  })
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Make: "Phone" }, IFD3: { GPSLatitudeRef: "N" } },
    })
    .jpeg()
    .toBuffer();
  const clean = await cleaned(phone);
  expect([clean.width, clean.height]).toEqual([512, 2048]);
  const { exif, orientation, format } = await sharp(clean.jpeg).metadata();
  expect({ exif, orientation, format }).toEqual({
    exif: undefined,
    orientation: undefined,
    format: "jpeg",
  });
});

test.each([
  ["text", Buffer.from("not a picture")],
  ["nothing", Buffer.alloc(0)],
  [
    "a drawing with links",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  [
    "an animation",
    Buffer.from("47494638396101000100800000000000ffffff2c00000000010001000002024401003b", "hex"),
  ],
  ["a picture cut off", Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex")],
])("says that %s is no picture", async (_what, bytes) => {
  expect(await sharpPictureMaker.clean(bytes)).toBeUndefined();
});

test("reads a HEIC photo, and drops what it says of its camera", async () => {
  const phone = await readFile(new URL("bottle.heic", import.meta.url));
  expect(phone.includes("Spy")).toBe(true);
  const clean = await cleaned(phone);
  expect([clean.width, clean.height]).toEqual([160, 96]);
  const { data } = await sharp(clean.jpeg).raw().toBuffer({ resolveWithObject: true });
  const blueAt = (x: number, y: number) => data[(y * 160 + x) * 3 + 2];
  const redAt = (x: number, y: number) => data[(y * 160 + x) * 3];
  // Yellow above, ink below.
  expect([redAt(80, 20), blueAt(80, 20)]).toEqual([
    expect.closeTo(228, -1.5),
    expect.closeTo(26, -1.5),
  ]);
  expect([redAt(80, 80), blueAt(80, 80)]).toEqual([
    expect.closeTo(11, -1.5),
    expect.closeTo(42, -1.5),
  ]);
  expect((await sharp(clean.jpeg).metadata()).exif).toBeUndefined();
});

test("says of a HEIC photo that it cannot decode that it is one", async () => {
  const phone = await readFile(new URL("bottle.heic", import.meta.url));
  for (const damaged of [phone.subarray(0, 400), phone.subarray(0, 40)])
    expect(await sharpPictureMaker.clean(damaged)).toBe("not-readable-yet");
});

test.each(["png", "webp", "avif"] as const)("reads %s", async (format) => {
  const bytes = await sharp({
    create: { width: 40, height: 20, channels: 4, background: "#e4ff1a" },
  })
    .toFormat(format)
    .toBuffer();
  expect((await cleaned(bytes)).width).toBe(40);
});

async function cleaned(bytes: Uint8Array): Promise<CleanPicture> {
  const picture = await sharpPictureMaker.clean(bytes);
  if (!picture || picture === "not-readable-yet") throw new Error("this is a picture");
  return picture;
}

test("leaves nothing to recognise in what is blurred, and the rest as it was", async () => {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 90 };
  const jpeg = await sharp({
    create: { width: 320, height: 200, channels: 3, background: "#000", noise },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const corner = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };
  const blurred = await sharpPictureMaker.blur(jpeg, [corner, { ...corner, x: 1, width: 0 }]);
  const deviation = async (picture: Uint8Array, [left, top]: readonly [number, number]) => {
    const part = sharp(picture).extract({ left, top, width: 150, height: 90 });
    const { channels } = await sharp(await part.toBuffer()).stats();
    return channels[0]?.stdev ?? Number.NaN;
  };
  const inside = [165, 105] as const;
  expect(await deviation(jpeg, inside)).toBeGreaterThan(45);
  expect(await deviation(blurred, inside)).toBeLessThan(10);
  // Noise of 53, less what writing it as a JPEG again takes away.
  expect(await deviation(blurred, [0, 0])).toBeGreaterThan(45);
  const { width, height } = await sharp(blurred).metadata();
  expect([width, height]).toEqual([320, 200]);
});
