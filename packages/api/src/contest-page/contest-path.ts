/** Where everybody reads about the contest of a study. */
export function contestPath(studyId: number): string {
  return `/contest/${studyId}`;
}
