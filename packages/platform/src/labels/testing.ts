import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** A page as a printer would put it on paper: four bytes a pixel, 255 is white. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Prints the pages of a PDF at so many dots per inch. */
export async function printPages(
  pdf: Uint8Array,
  dotsPerInch: number,
): Promise<readonly PrintedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const printed: PrintedPage[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dotsPerInch / 72 });
    printed.push({ data: new Uint8ClampedArray(data), width, height });
  }
  document.destroy();
  library.destroy();
  return printed;
}

/** What a phone's camera would read from a page, with where it is, in pixels from the left and top. */
export async function scanPage(page: PrintedPage) {
  await readyToScan;
  const found = await readBarcodes(
    { ...page, colorSpace: "srgb" },
    { formats: ["QRCode"], maxNumberOfSymbols: 255 },
  );
  return found.map(({ text, position: { topLeft, bottomRight } }) => ({
    text,
    topLeft,
    bottomRight,
  }));
}

const readyToScan = readFile(
  createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"),
).then((wasm) =>
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    fireImmediately: true,
  }),
);
