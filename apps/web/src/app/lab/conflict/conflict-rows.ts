/** A field in which two versions of a resource differ. */
export interface ConflictRow {
  /** Key of the field's message. */
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** One field of a form: its message, and its value as a reader sees it. */
export interface ConflictField<Resource> {
  readonly label: string;
  readonly text: (resource: Resource) => string;
}

/** The fields in which what the reader wants differs from what is there by now. */
export function conflictRows<Resource>(
  fields: readonly ConflictField<Resource>[],
  mine: Resource,
  theirs: Resource,
): readonly ConflictRow[] {
  return fields
    .map(({ label, text }) => ({ label, mine: text(mine), theirs: text(theirs) }))
    .filter((row) => row.mine !== row.theirs);
}
