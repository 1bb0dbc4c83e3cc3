import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm" with { loader: "file" };

/** Reads the texts of all codes in a picture. */
export type CodeReader = (picture: HTMLVideoElement) => Promise<readonly string[]>;

/** Kinds of codes: our labels are QR codes, trackers carry all of these. */
export type CodeFormat = "qr_code" | "code_128" | "code_39" | "data_matrix";

interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: CodeFormat[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader where it has one; else ours, fetched only now (about 0.4 MB). */
export async function codeReader(formats: readonly CodeFormat[]): Promise<CodeReader> {
  const detector = (await ownDetector(formats)) ?? (await fetchedDetector(formats));
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

/** Has the service worker keep our reader where the browser has none of its own. */
export async function keepCodeReader(formats: readonly CodeFormat[]): Promise<void> {
  const address = wasmUrl();
  if ((await ownDetector(formats)) || (await caches.match(address))) return;
  await import("barcode-detector/ponyfill");
  await (await fetch(address, { priority: "low" })).arrayBuffer();
}

async function ownDetector(formats: readonly CodeFormat[]): Promise<Detector | undefined> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!Own) return undefined;
  const supported = await Own.getSupportedFormats().catch((): readonly string[] => []);
  const isEnough = formats.every((format) => supported.includes(format));
  return isEnough ? new Own({ formats: [...formats] }) : undefined;
}

async function fetchedDetector(formats: readonly CodeFormat[]): Promise<Detector> {
  const { BarcodeDetector: Fetched, prepareZXingModule } = await import(
    "barcode-detector/ponyfill"
  );
  // By default it would be fetched from somebody else's server.
  prepareZXingModule({ overrides: { locateFile: wasmUrl } });
  return new Fetched({ formats: [...formats] });
}

function wasmUrl(): string {
  return new URL(wasmAddress, document.baseURI).href;
}
