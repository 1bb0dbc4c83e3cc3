import { type KnownCaller, mayIn } from "@zpr/ports";

/** How old an answer to the public is at most, whatever goes wrong between processes. */
export const KEPT_SECONDS = 10;

const EVERYTHING = "everything";
const ANY_STUDY = "any-study";

/** What an answer about one study depends on. */
export const studyTags = (id: number) => [EVERYTHING, studyTag(id)];
/** What an answer about several studies depends on. */
export const severalStudiesTags = [EVERYTHING, ANY_STUDY];
/** What an answer with numbers of a study depends on beside it. */
export const numbersTag = (id: number) => `numbers:${id}`;
/** What an answer about one item depends on beside its study. */
export const itemTag = (code: string) => `item:${code}`;

/** What somebody may have changed: all that the rights of this caller reach. */
export function changedBy(caller: KnownCaller): readonly string[] {
  if (caller.administrator) return [EVERYTHING];
  const editable = [...caller.studies.keys()].filter((id) => mayIn(caller, id, "editor"));
  return [ANY_STUDY, ...editable.map(studyTag)];
}

function studyTag(id: number): string {
  return `study:${id}`;
}
