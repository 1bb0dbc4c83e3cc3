/** The thread in which one HEIC photo is decoded: whatever its bytes do, they do it here. */
import { parentPort, workerData } from "node:worker_threads";
import libheif from "libheif-js/wasm-bundle.js";

/** What is said to the thread. */
export interface HeicTask {
  readonly bytes: Uint8Array;
  readonly mostPixels: number;
}

/** RGBA, upright. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

async function decode({ bytes, mostPixels }: HeicTask): Promise<Pixels | undefined> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return undefined;
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) return undefined;
  const data = new Uint8ClampedArray(width * height * 4);
  const isFilled = await new Promise<boolean>((done) =>
    image.display({ data, width, height }, (filled) => done(filled !== null)),
  );
  return isFilled ? { width, height, data } : undefined;
}

parentPort?.postMessage(await decode(workerData as HeicTask));
