import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ReportDraft } from "../report/report-draft.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** A photo as it lies on the phone. Bytes, not a Blob: WebKit deadlocks on Blobs inside records. */
export interface KeptPhoto {
  readonly reportId: string;
  readonly n: number;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Where drafts, reports and photos wait. One writer: the finder's pages of this phone. */
export interface PhoneStore {
  /** Whether what is stored outlives the page. */
  readonly keeps: boolean;
  reports(): Promise<readonly OutboxEntry[]>;
  /** Keeps a finished report and drops its draft, both or neither. */
  submit(entry: OutboxEntry): Promise<void>;
  /** Changes a report as it is now, so that two tabs do not undo each other. */
  changeReport(id: string, change: (entry: OutboxEntry) => OutboxEntry): Promise<void>;
  removeReport(id: string): Promise<void>;
  draft(code: string): Promise<ReportDraft | undefined>;
  saveDraft(draft: ReportDraft): Promise<void>;
  photos(reportId: string): Promise<readonly KeptPhoto[]>;
  savePhoto(photo: KeptPhoto): Promise<void>;
  removePhoto(reportId: string, n: number): Promise<void>;
}

interface PhoneSchema extends DBSchema {
  report: { key: string; value: OutboxEntry };
  photo: { key: [string, number]; value: KeptPhoto };
  draft: { key: string; value: ReportDraft };
}

/** Opens the store of this phone; one in memory where the browser keeps nothing. */
export async function openPhoneStore(): Promise<PhoneStore> {
  try {
    return idbPhoneStore(
      await openDB<PhoneSchema>("zpr", 1, {
        upgrade(database) {
          database.createObjectStore("report", { keyPath: "id" });
          database.createObjectStore("photo", { keyPath: ["reportId", "n"] });
          database.createObjectStore("draft", { keyPath: "code" });
        },
      }),
    );
  } catch {
    return memoryPhoneStore();
  }
}

function idbPhoneStore(database: IDBPDatabase<PhoneSchema>): PhoneStore {
  return {
    keeps: true,
    reports: () => database.getAll("report"),
    async submit(entry) {
      const change = database.transaction(["report", "draft"], "readwrite");
      await Promise.all([
        change.objectStore("report").put(entry),
        change.objectStore("draft").delete(entry.code),
        change.done,
      ]);
    },
    async changeReport(id, change) {
      const { store, done } = database.transaction("report", "readwrite");
      const entry = await store.get(id);
      if (entry) await store.put(change(entry));
      await done;
    },
    async removeReport(id) {
      const change = database.transaction(["report", "photo"], "readwrite");
      await Promise.all([
        change.objectStore("report").delete(id),
        change.objectStore("photo").delete(photosOf(id)),
        change.done,
      ]);
    },
    draft: (code) => database.get("draft", code),
    async saveDraft(draft) {
      await database.put("draft", draft);
    },
    photos: (reportId) => database.getAll("photo", photosOf(reportId)),
    async savePhoto(photo) {
      await database.put("photo", photo);
    },
    removePhoto: (reportId, n) => database.delete("photo", [reportId, n]),
  };
}

function photosOf(reportId: string): IDBKeyRange {
  return IDBKeyRange.bound([reportId, 0], [reportId, Number.POSITIVE_INFINITY]);
}

/** A store that lasts as long as the page: for private windows that refuse IndexedDB. */
export function memoryPhoneStore(): PhoneStore {
  const reports = new Map<string, OutboxEntry>();
  const drafts = new Map<string, ReportDraft>();
  const photos = new Map<string, KeptPhoto>();
  return {
    keeps: false,
    reports: async () => [...reports.values()],
    async submit(entry) {
      reports.set(entry.id, entry);
      drafts.delete(entry.code);
    },
    async changeReport(id, change) {
      const entry = reports.get(id);
      if (entry) reports.set(id, change(entry));
    },
    async removeReport(id) {
      reports.delete(id);
      for (const [key, photo] of photos) if (photo.reportId === id) photos.delete(key);
    },
    draft: async (code) => drafts.get(code),
    async saveDraft(draft) {
      drafts.set(draft.code, draft);
    },
    photos: async (reportId) => [...photos.values()].filter((photo) => photo.reportId === reportId),
    async savePhoto(photo) {
      photos.set(`${photo.reportId}/${photo.n}`, photo);
    },
    async removePhoto(reportId, n) {
      photos.delete(`${reportId}/${n}`);
    },
  };
}
