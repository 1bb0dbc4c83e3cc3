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
  const clean = await sharpPictureMaker.clean(phone);
  expect([clean?.width, clean?.height]).toEqual([512, 2048]);
  const { exif, orientation, format } = await sharp(clean?.jpeg).metadata();
  expect({ exif, orientation, format }).toEqual({
    exif: undefined,
    orientation: undefined,
    format: "jpeg",
  });
});

test.each([
  ["text", Buffer.from("not a picture")],
  ["nothing", Buffer.alloc(0)],
  ["a picture cut off", Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex")],
])("says that %s is no picture", async (_what, bytes) => {
  expect(await sharpPictureMaker.clean(bytes)).toBeUndefined();
});
