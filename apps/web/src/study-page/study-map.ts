/** Runs on the public page of a study: opens its map when somebody gets there, and not before. */
for (const place of document.querySelectorAll<HTMLElement>("[data-study-map]")) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void open(place);
    },
    { rootMargin: "200px" },
  );
  watch.observe(place);
}

async function open(place: HTMLElement): Promise<void> {
  const words = JSON.parse(place.dataset["words"] ?? "{}") as Record<string, string>;
  const state = place.querySelector<HTMLElement>("[data-state]");
  try {
    const { openStudyMap } = await import("./open-study-map.ts");
    await openStudyMap(place, words);
    state?.remove();
  } catch {
    if (state) state.textContent = words["failed"] ?? "";
  }
}
