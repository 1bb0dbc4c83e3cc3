import type { ObjectStore } from "@zpr/ports";
import type { PackedParcel } from "../gather-parcels.ts";
import { MOST_BYTES } from "./sqs-sender.ts";

/** Under this prefix lie parcels that are too large for the queue, until they are recorded. */
const PREFIX = "parcels";
const POINTER = /^\{"parcel":"([0-9a-f-]{36})"\}$/;

/** What the queue carries of a parcel: all of it, or where it lies. Resolves once it lies there. */
export async function carriedText(
  { id, text }: PackedParcel,
  objectStore: ObjectStore | undefined,
): Promise<string> {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_BYTES) return text;
  if (!objectStore)
    throw new Error(`${bytes.length} bytes are too many for SQS, and there is no object store`);
  await objectStore.put(keyOf(id), bytes);
  return JSON.stringify({ parcel: id });
}

/** The id of the parcel to which a text points; undefined when the text is no pointer. */
export function pointedAt(text: string): string | undefined {
  return POINTER.exec(text)?.[1];
}

/** The text of a parcel that lies in the object store; undefined when it is not there any more. */
export async function readLarge(
  id: string,
  objectStore: ObjectStore | undefined,
): Promise<Uint8Array | undefined> {
  if (!objectStore) throw new Error("SQS points to an object, and there is no object store");
  return objectStore.get(keyOf(id));
}

/** Forgets a parcel that is recorded and not in the queue any more. */
export async function forgetLarge(id: string, objectStore: ObjectStore | undefined): Promise<void> {
  await objectStore?.remove(keyOf(id));
}

function keyOf(id: string): string {
  return `${PREFIX}/${id}.json`;
}
