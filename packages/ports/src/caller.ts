/** What a member may do in a study; each role may do all that the ones before it may. */
export const STUDY_ROLES = ["viewer", "editor", "owner"] as const;
export type StudyRole = (typeof STUDY_ROLES)[number];

/** Who asks. Anonymous callers see what studies make public and may report sightings. */
export type Caller = AnonymousCaller | KnownCaller;

export interface AnonymousCaller {
  readonly kind: "anonymous";
}

/** A signed-in researcher or a machine with an API key. */
export interface KnownCaller {
  readonly kind: "user" | "api-key";
  /** Of the user or of the API key. */
  readonly id: number;
  readonly name: string;
  readonly administrator: boolean;
  /** Roles by study id. Administrators may do everything everywhere and need none. */
  readonly studies: ReadonlyMap<number, StudyRole>;
  /** Studies to whose trackers it may bring messages, and no more than that. */
  readonly brings?: ReadonlySet<number>;
}

/** Whether a caller may act in a study as `role` may. */
export function mayIn(caller: Caller, studyId: number, role: StudyRole): boolean {
  if (caller.kind === "anonymous") return false;
  if (caller.administrator) return true;
  const has = caller.studies.get(studyId);
  return has !== undefined && STUDY_ROLES.indexOf(has) >= STUDY_ROLES.indexOf(role);
}

/** The studies whose unpublished data a caller may read: a list of ids, or all. */
export function readableStudies(caller: Caller): readonly number[] | "all" {
  if (caller.kind === "anonymous") return [];
  return caller.administrator ? "all" : [...caller.studies.keys()];
}

/** Whether a caller may bring messages of a study's trackers. */
export function mayBring(caller: Caller, studyId: number): boolean {
  if (caller.kind === "anonymous") return false;
  return caller.brings?.has(studyId) === true || mayIn(caller, studyId, "editor");
}
