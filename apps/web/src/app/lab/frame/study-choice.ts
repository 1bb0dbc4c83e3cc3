const STORAGE_KEY = "zpr-lab-study";

/** The study to show: the one asked for, else the one of last time, else the first. */
export function chosenStudy(
  studies: readonly { readonly id: number }[],
  asked: number,
): number | undefined {
  const known = (wanted: number) => studies.find(({ id }) => id === wanted)?.id;
  return known(asked) ?? known(rememberedStudy()) ?? studies[0]?.id;
}

/** Keeps a choice for the next visit. */
export function rememberStudy(id: number): void {
  try {
    localStorage.setItem(STORAGE_KEY, String(id));
  } catch {
    // A browser that keeps nothing shows the first study next time.
  }
}

function rememberedStudy(): number {
  try {
    return Number(localStorage.getItem(STORAGE_KEY));
  } catch {
    return Number.NaN;
  }
}
