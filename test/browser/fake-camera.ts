import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 5;

/** Writes what a camera sees that is held before a QR code: a YUV4MPEG2 film that Chromium plays as its camera. */
export async function filmQrCode(text: string, path: string): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
  const wasmBinary = new Uint8Array(await readFile(wasm)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const { svg, error } = await writeBarcode(text, { format: "QRCode" });
  if (error) throw new Error(error);
  const grey = await sharp(Buffer.from(svg), { density: 300 })
    .resize(320, 320, { kernel: "nearest" })
    .flatten({ background: "#fff" })
    .extend({ top: 80, bottom: 80, left: 160, right: 160, background: "#fff" })
    .greyscale()
    .raw()
    .toBuffer();
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = [Buffer.from("FRAME\n"), grey, colourless];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, ...Array(FRAMES).fill(frame).flat()]));
}
