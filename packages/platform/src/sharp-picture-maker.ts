import type { PictureMaker } from "@zpr/ports";
import sharp from "sharp";

const LONGEST_SIDE_PIXELS = 2048;
/** A phone's sensor today; more is a bomb, not a photo. */
const MOST_PIXELS = 120_000_000;
const JPEG_QUALITY = 82;

/** Pictures by libvips. What it writes has no metadata: no place, no camera, no time. */
export const sharpPictureMaker: PictureMaker = {
  async clean(bytes) {
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
        .rotate()
        .resize({
          width: LONGEST_SIDE_PIXELS,
          height: LONGEST_SIDE_PIXELS,
          fit: "inside",
          withoutEnlargement: true,
        })
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
      return { jpeg: data, width: info.width, height: info.height };
    } catch {
      return undefined;
    }
  },
};
