/** A photo ready to be sent. */
export interface ReadyPhoto {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

const LONGEST_SIDE = 2048;
const QUALITY = 0.8;

/**
 * Redraws a photo with at most 2048 pixels a side: smaller, upright, and without the place and
 * device data that cameras write into it. What this browser cannot read goes as it is.
 */
export async function shrinkPhoto(file: File): Promise<ReadyPhoto> {
  return (await redrawn(file)) ?? { type: typeOf(file), bytes: await file.arrayBuffer() };
}

/** Whether a file can be a photo; some phones give HEIC no type at all. */
export function isPhoto({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return type.startsWith("image/") || /\.(heic|heif|jpe?g|png|webp)$/i.test(name);
}

/** The size that fits into the longest side allowed, in whole pixels. */
export function fittingSize(width: number, height: number): readonly [number, number] {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

async function redrawn(file: File): Promise<ReadyPhoto | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = fittingSize(picture.width, picture.height);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const jpeg = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", QUALITY),
    );
    return jpeg ? { type: "image/jpeg", bytes: await jpeg.arrayBuffer() } : undefined;
  } catch {
    return undefined;
  }
}

function typeOf({ name, type }: File): string {
  if (type.startsWith("image/")) return type;
  return /\.(heic|heif)$/i.test(name) ? "image/heic" : "image/jpeg";
}
