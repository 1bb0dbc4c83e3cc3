/** What a photo is by its first bytes; what the sender calls it does not matter. */
export type PictureKind = "jpeg" | "png" | "webp" | "avif" | "heic";

/** Brands of ISO/IEC 23008-12 for pictures by HEVC, and those that leave the codec open. */
const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

/** The kind of a photo; `undefined` for all that phones do not take photos in, such as SVG or PDF. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64));
  const at = (from: number, to: number) => head.toString("latin1", from, to);
  if (at(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (at(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") return "webp";
  if (at(4, 8) !== "ftyp") return undefined;
  if (at(8, 12) === "avif" || at(16, 64).includes("avif")) return "avif";
  return HEIC_BRANDS.has(at(8, 12)) ? "heic" : undefined;
}
