import type { ConflictField } from "../conflict/conflict-rows.ts";
import type { ReleaseWish } from "./releases-api.ts";

/** A release as its form says it; times in it are UTC. */
export function releaseIn(form: FormData): ReleaseWish {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const instant = (name: string) => new Date(`${text(name)}Z`).toISOString();
  return {
    place: text("place"),
    position: [Number(text("longitude")), Number(text("latitude"))],
    releasedAt: instant("releasedAt"),
    endedAt: text("endedAt") === "" ? null : instant("endedAt"),
    note: text("note"),
  };
}

/** An instant as a field of date and time takes it, to the second, UTC. */
export function forField(instant: string | null): string {
  return instant === null ? "" : new Date(instant).toISOString().slice(0, 19);
}

/** What a conflict shows of a release. */
export const RELEASE_FIELDS: readonly ConflictField<ReleaseWish>[] = [
  { label: "lab.releases.place", text: ({ place }) => place },
  { label: "lab.releases.position", text: ({ position }) => position.join(", ") },
  { label: "lab.releases.releasedAt", text: ({ releasedAt }) => forField(releasedAt) },
  { label: "lab.releases.endedAt", text: ({ endedAt }) => forField(endedAt) },
  { label: "lab.items.column.note", text: ({ note }) => note },
];
