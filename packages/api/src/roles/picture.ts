import sharp from "sharp";

/** A small white JPEG. */
export function picture(): Promise<Buffer> {
  const white = { width: 8, height: 8, channels: 3 as const, background: "#fff" };
  return sharp({ create: white }).jpeg().toBuffer();
}
