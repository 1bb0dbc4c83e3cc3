/** Where photos and the files that jobs make lie: a folder, or a bucket. The API writes and reads. */
export interface ObjectStore {
  /** Resolves when the bytes are durable; the same key again replaces them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
  /** All keys, in no order; one that is put or removed meanwhile is among them or not. */
  keys(): Promise<readonly string[]>;
}
