import type { PhotoRegion } from "@zpr/model";
import sharp from "sharp";

/** So few colours are left along the longer side of a region: a face or a number plate has none of its features in them. */
const CELLS = 6;
const JPEG_QUALITY = 82;

/** A picture in which regions are averaged to a few cells, which no filter brings back, and smoothed. */
export async function blurRegions(
  jpeg: Uint8Array,
  regions: readonly PhotoRegion[],
): Promise<Uint8Array> {
  const { width, height } = await sharp(jpeg).metadata();
  const patches = await Promise.all(
    regions.map(async (region) => {
      const box = boxOf(region, width, height);
      return { input: await averaged(jpeg, box), left: box.left, top: box.top };
    }),
  );
  return sharp(jpeg).composite(patches).jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels, rather one more than one less, and at least one inside the picture. */
function boxOf(region: PhotoRegion, width: number, height: number): Box {
  const left = Math.min(Math.floor(region.x * width), width - 1);
  const top = Math.min(Math.floor(region.y * height), height - 1);
  const right = Math.min(Math.ceil((region.x + region.width) * width), width);
  const bottom = Math.min(Math.ceil((region.y + region.height) * height), height);
  return { left, top, width: Math.max(right - left, 1), height: Math.max(bottom - top, 1) };
}

async function averaged(jpeg: Uint8Array, box: Box): Promise<Buffer> {
  const cell = Math.max(box.width, box.height) / CELLS;
  const cells = await sharp(jpeg)
    .extract(box)
    .resize({
      width: Math.max(1, Math.round(box.width / cell)),
      height: Math.max(1, Math.round(box.height / cell)),
      fit: "fill",
      kernel: "linear",
    })
    .png()
    .toBuffer();
  return sharp(cells)
    .resize({ width: box.width, height: box.height, fit: "fill", kernel: "cubic" })
    .png()
    .toBuffer();
}
