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
  /** Keeps a finished report and drops its draft, both or neither; one that is there stays as it is. */
  submit(entry: OutboxEntry): Promise<void>;
  /** Changes a report as it is now, so that two tabs do not undo each other. */
  changeReport(id: string, change: (entry: OutboxEntry) => OutboxEntry): Promise<void>;
  removeReport(id: string): Promise<void>;
  draft(code: string): Promise<ReportDraft | undefined>;
  saveDraft(draft: ReportDraft): Promise<void>;
  /** Drops drafts not touched since an instant (ms), and photos that belong to nothing any more. */
  dropDrafts(before: number): Promise<void>;
  photos(reportId: string): Promise<readonly KeptPhoto[]>;
  savePhoto(photo: KeptPhoto): Promise<void>;
  removePhoto(reportId: string, n: number): Promise<void>;
}

interface PhoneSchema extends DBSchema {
  report: { key: string; value: OutboxEntry };
  photo: { key: [string, number]; value: KeptPhoto };
  draft: { key: string; value: ReportDraft };
}

type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/** Opens the store of this phone; one in memory where the browser keeps nothing. */
export async function openPhoneStore(): Promise<PhoneStore> {
  try {
    return idbPhoneStore(await openDatabase());
  } catch {
    return memoryPhoneStore();
  }
}

/** A change of the schema only ever adds to it: reports of an older version may be waiting. */
function openDatabase(): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>("zpr", 1, {
    upgrade(database) {
      database.createObjectStore("report", { keyPath: "id" });
      database.createObjectStore("photo", { keyPath: ["reportId", "n"] });
      database.createObjectStore("draft", { keyPath: "code" });
    },
  });
}

function idbPhoneStore(opened: PhoneDatabase): PhoneStore {
  let database = opened;
  return {
    keeps: true,
    reports: () => use((open) => open.getAll("report")),
    submit: (entry) =>
      use(async (open) => {
        const change = open.transaction(["report", "draft"], "readwrite");
        const reports = change.objectStore("report");
        if (!(await reports.getKey(entry.id))) await reports.put(entry);
        await change.objectStore("draft").delete(entry.code);
        await change.done;
      }),
    changeReport: (id, change) =>
      use(async (open) => {
        const { store, done } = open.transaction("report", "readwrite");
        const entry = await store.get(id);
        if (entry) await store.put(change(entry));
        await done;
      }),
    removeReport: (id) =>
      use(async (open) => {
        const change = open.transaction(["report", "photo"], "readwrite");
        await Promise.all([
          change.objectStore("report").delete(id),
          change.objectStore("photo").delete(photosOf(id)),
          change.done,
        ]);
      }),
    draft: (code) => use((open) => open.get("draft", code)),
    saveDraft: (draft) => use(async (open) => void (await open.put("draft", draft))),
    dropDrafts: (before) => use((open) => dropDrafts(open, before)),
    photos: (reportId) => use((open) => open.getAll("photo", photosOf(reportId))),
    savePhoto: (photo) => use(async (open) => void (await open.put("photo", photo))),
    removePhoto: (reportId, n) => use((open) => open.delete("photo", [reportId, n])),
  };

  /** WebKit closes databases of pages that were away for a while: then it is opened once more. */
  async function use<Result>(work: (open: PhoneDatabase) => Promise<Result>): Promise<Result> {
    try {
      return await work(database);
    } catch (reason) {
      const name = reason instanceof Error ? reason.name : "";
      if (name !== "InvalidStateError" && name !== "UnknownError") throw reason;
      database = await openDatabase();
      return work(database);
    }
  }
}

async function dropDrafts(open: PhoneDatabase, before: number): Promise<void> {
  const change = open.transaction(["report", "photo", "draft"], "readwrite");
  const drafts = await change.objectStore("draft").getAll();
  const stale = drafts.filter(({ changedAt }) => changedAt < before);
  for (const { code } of stale) await change.objectStore("draft").delete(code);
  const owners = new Set<string>(await change.objectStore("report").getAllKeys());
  for (const draft of drafts) if (!stale.includes(draft)) owners.add(draft.id);
  for (const key of await change.objectStore("photo").getAllKeys())
    if (!owners.has(key[0])) await change.objectStore("photo").delete(key);
  await change.done;
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
      if (!reports.has(entry.id)) reports.set(entry.id, entry);
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
    async dropDrafts() {
      // Nothing here grows old.
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
