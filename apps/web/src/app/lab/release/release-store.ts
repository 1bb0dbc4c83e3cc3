import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ReleaseDraft } from "./release-draft.ts";
import type { ReleaseEntry } from "./release-entry.ts";

/** A photo as it lies on the phone. Bytes, not a Blob: WebKit deadlocks on Blobs inside records. */
export interface KeptPhoto {
  /** The release it belongs to, or `draft-` and the study while there is none. */
  readonly owner: string;
  readonly n: number;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

interface LabSchema extends DBSchema {
  release: { key: string; value: ReleaseEntry };
  draft: { key: number; value: ReleaseDraft };
  photo: { key: [string, number]; value: KeptPhoto };
}

/** The owner of the photos of a study's draft. */
export function draftOwner(studyId: number): string {
  return `draft-${studyId}`;
}

/** Opens what the lab keeps on this phone: drafts, releases that wait, their photos. */
export async function openReleaseStore() {
  const database = await openDB<LabSchema>("zpr-lab", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("release", { keyPath: "id" });
      fresh.createObjectStore("draft", { keyPath: "studyId" });
      fresh.createObjectStore("photo", { keyPath: ["owner", "n"] });
    },
  });
  return {
    entries: () => database.getAll("release"),
    draft: (studyId: number) => database.get("draft", studyId),
    saveDraft: async (draft: ReleaseDraft) => void (await database.put("draft", draft)),
    savePhoto: async (photo: KeptPhoto) => void (await database.put("photo", photo)),
    photo: (owner: string, n: number) => database.get("photo", [owner, n]),
    removePhoto: (owner: string, n: number) => database.delete("photo", [owner, n]),
    change: (id: string, how: (entry: ReleaseEntry) => ReleaseEntry) => change(database, id, how),
    release: (entry: ReleaseEntry, next: ReleaseDraft) => release(database, entry, next),
    forget: (id: string) => forget(database, id),
  };
}

type LabDatabase = IDBPDatabase<LabSchema>;

/** Changes a release as it is now, so that two tabs do not undo each other. */
async function change(
  database: LabDatabase,
  id: string,
  how: (entry: ReleaseEntry) => ReleaseEntry,
): Promise<void> {
  const { store, done } = database.transaction("release", "readwrite");
  const entry = await store.get(id);
  if (entry) await store.put(how(entry));
  await done;
}

/** Keeps a release, hands it the photos of the draft and begins the next draft: all or nothing. */
async function release(
  database: LabDatabase,
  entry: ReleaseEntry,
  next: ReleaseDraft,
): Promise<void> {
  const work = database.transaction(["release", "draft", "photo"], "readwrite");
  const owner = draftOwner(entry.studyId);
  const photos = work.objectStore("photo");
  for (const { n } of entry.photos) {
    const photo = await photos.get([owner, n]);
    if (photo) await photos.put({ ...photo, owner: entry.id });
    await photos.delete([owner, n]);
  }
  await work.objectStore("release").put(entry);
  await work.objectStore("draft").put(next);
  await work.done;
}

async function forget(database: LabDatabase, id: string): Promise<void> {
  const work = database.transaction(["release", "photo"], "readwrite");
  await work.objectStore("release").delete(id);
  await work.objectStore("photo").delete(IDBKeyRange.bound([id, 0], [id, 99]));
  await work.done;
}
