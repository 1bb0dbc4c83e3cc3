/** Which photo of which sighting. */
export interface PhotoName {
  readonly sightingId: string;
  readonly n: number;
}

/** A piece of a photo as it came. */
export interface PhotoPiece extends PhotoName {
  /** Of its first byte in the photo. */
  readonly start: number;
  /** Bytes of the whole photo. */
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** Photos on their way, piece by piece and in order. The API writes and reads. */
export interface PhotoUploads {
  /** How many bytes of a photo are there. */
  received(photo: PhotoName): Promise<number>;
  /**
   * Keeps a piece if it is the next one, or the first of another photo in place of the one begun;
   * resolves with how many bytes are there then.
   */
  add(piece: PhotoPiece, at: Date): Promise<number>;
  /** All that is there of a photo. */
  bytes(photo: PhotoName): Promise<Uint8Array>;
  discard(photo: PhotoName): Promise<void>;
}
