import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

const WIDTH = 640;
const HEIGHT = 480;
/** Pictures a second, and of each code: it is in view for two and a half seconds. */
const RATE = 10;
const FRAMES = 25;

/** Writes what a camera sees that is held before a QR code: a YUV4MPEG2 film that Chromium plays as its camera. */
export function filmQrCode(text: string, path: string): Promise<void> {
  return filmQrCodes([text], path);
}

/** As one QR code, for several that are held before the camera one after the other, again and again. */
export async function filmQrCodes(texts: readonly string[], path: string): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
  const wasmBinary = new Uint8Array(await readFile(wasm)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const pictures: Buffer[] = [];
  for (const text of texts) {
    const frame = [Buffer.from("FRAME\n"), await greyPicture(text), colourless];
    pictures.push(...Array(FRAMES).fill(frame).flat());
  }
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, ...pictures]));
}

async function greyPicture(text: string): Promise<Buffer> {
  const { svg, error } = await writeBarcode(text, { format: "QRCode" });
  if (error) throw new Error(error);
  return sharp(Buffer.from(svg), { density: 300 })
    .resize(320, 320, { kernel: "nearest" })
    .flatten({ background: "#fff" })
    .extend({ top: 80, bottom: 80, left: 160, right: 160, background: "#fff" })
    .greyscale()
    .raw()
    .toBuffer();
}
