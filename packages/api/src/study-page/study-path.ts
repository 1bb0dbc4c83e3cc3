/** Where everybody sees a study. */
export function studyPath(studyId: number): string {
  return `/study/${studyId}`;
}
