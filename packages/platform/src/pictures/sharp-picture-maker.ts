import type { CleanPicture, PictureMaker } from "@zpr/ports";
import sharp, { type Sharp } from "sharp";
import { blurRegions } from "./blur-regions.ts";
import { decodeHeic } from "./decode-heic.ts";
import { pictureKind } from "./picture-kind.ts";

const LONGEST_SIDE_PIXELS = 2048;
/** A phone's sensor today; more is a bomb, not a photo. */
const MOST_PIXELS = 120_000_000;
const JPEG_QUALITY = 82;

/** Pictures by libvips, HEIC by libheif. What it writes has no metadata: no place, no camera, no time. */
export const sharpPictureMaker: PictureMaker = {
  async clean(bytes) {
    const kind = pictureKind(bytes);
    if (!kind) return undefined;
    if (kind === "heic") return (await cleanHeic(bytes)) ?? "not-readable-yet";
    return redrawn(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate());
  },
  blur: blurRegions,
};

async function cleanHeic(bytes: Uint8Array): Promise<CleanPicture | undefined> {
  const pixels = await decodeHeic({ bytes, mostPixels: MOST_PIXELS });
  if (!pixels) return undefined;
  const { data, width, height } = pixels;
  return redrawn(sharp(data, { raw: { width, height, channels: 4 } }));
}

async function redrawn(picture: Sharp): Promise<CleanPicture | undefined> {
  try {
    const { data, info } = await picture
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
}
