import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm" with { loader: "file" };

/** Reads the texts of all QR codes in a picture. */
export type QrReader = (picture: HTMLVideoElement) => Promise<readonly string[]>;

interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: readonly ["qr_code"] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader where it has one; else ours, fetched only now (about 0.4 MB). */
export async function qrReader(): Promise<QrReader> {
  const detector = (await ownDetector()) ?? (await fetchedDetector());
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

/** Has the service worker keep our reader where the browser has none of its own. */
export async function keepQrReader(): Promise<void> {
  const address = wasmUrl();
  if ((await ownDetector()) || (await caches.match(address))) return;
  await import("barcode-detector/ponyfill");
  await (await fetch(address, { priority: "low" })).arrayBuffer();
}

async function ownDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!Own) return undefined;
  const formats = await Own.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes("qr_code") ? new Own({ formats: ["qr_code"] }) : undefined;
}

async function fetchedDetector(): Promise<Detector> {
  const { BarcodeDetector: Fetched, prepareZXingModule } = await import(
    "barcode-detector/ponyfill"
  );
  // By default it would be fetched from somebody else's server.
  prepareZXingModule({
    overrides: { locateFile: wasmUrl },
  });
  return new Fetched({ formats: ["qr_code"] });
}

function wasmUrl(): string {
  return new URL(wasmAddress, document.baseURI).href;
}
