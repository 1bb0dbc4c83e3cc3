import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { metresBetween, photoPlace, photoPlaceOffer } from "./photo-place.ts";

/** A photo as a phone takes it, at the place given in degrees, minutes and seconds. */
async function photoTakenAt(exif: Record<string, string>): Promise<Blob> {
  const jpeg = await sharp({
    create: { width: 40, height: 30, channels: 3, background: "#e4ff1a" },
  })
    .withExif({ IFD3: exif })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" });
}

const ANTWERP = {
  GPSLatitudeRef: "N",
  GPSLatitude: "51/1 13/1 1668/100",
  GPSLongitudeRef: "E",
  GPSLongitude: "4/1 23/1 5892/100",
};

describe("photoPlace", () => {
  it("reads where a camera says it was", async () => {
    const [longitude, latitude] = (await photoPlace(await photoTakenAt(ANTWERP))) ?? [];
    expect(longitude).toBeCloseTo(4.3997, 4);
    expect(latitude).toBeCloseTo(51.2213, 4);
  });

  it("knows nothing of photos without a place, and of what is no photo", async () => {
    expect(await photoPlace(await photoTakenAt({}))).toBeUndefined();
    expect(await photoPlace(new Blob(["not a photo"]))).toBeUndefined();
    const zeros = { ...ANTWERP, GPSLatitude: "0/1 0/1 0/1", GPSLongitude: "0/1 0/1 0/1" };
    expect(await photoPlace(await photoTakenAt(zeros))).toBeUndefined();
  });
});

describe("photoPlaceOffer", () => {
  const here = { position: [4.3997, 51.2213], accuracyMetres: 8 } as const;

  it("is made when the photo says something else than the phone", () => {
    expect(photoPlaceOffer([4.3998, 51.2214], here)).toBeUndefined();
    expect(photoPlaceOffer([4.309, 51.118], here)).toMatchObject({ kind: "apart" });
    expect(photoPlaceOffer([4.402, 51.2213], { ...here, accuracyMetres: 400 })).toBeUndefined();
  });

  it("is made when nothing else is known", () => {
    const nowhere = { position: null, accuracyMetres: null };
    expect(photoPlaceOffer([4.309, 51.118], nowhere)).toEqual({ kind: "alone" });
  });
});

describe("metresBetween", () => {
  it("is a hundredth of a degree of a meridian: 1,112 m", () => {
    expect(metresBetween([4, 51], [4, 51.01])).toBeCloseTo(1112, 0);
  });
});
