import type { ConflictField } from "../conflict/conflict-rows.ts";
import type { RiverDraft } from "./river-draft.ts";

/** What a conflict shows of a river: its lines by name, corners and course. */
export const RIVER_FIELDS: readonly ConflictField<RiverDraft>[] = [
  { label: "lab.river.name", text: ({ name }) => name },
  { label: "lab.river.lines", text: ({ lines }) => lines.map(lineText).join("\n") },
  { label: "lab.river.mouth", text: ({ mouth }) => placeText(mouth) },
  {
    label: "lab.river.origin",
    text: ({ origin }) =>
      origin ? `${placeText(origin.position)}: ${origin.kilometre} km` : placeText(null),
  },
];

/** Moving any corner changes it: beside the ends it says the mean of all corners, in degrees. */
function lineText({ name, coordinates }: RiverDraft["lines"][number]): string {
  const mean = [0, 1].map((axis) => {
    const sum = coordinates.reduce((total, place) => total + (place[axis] ?? 0), 0);
    return (sum / coordinates.length).toFixed(6);
  });
  return `${name}: ${coordinates.length} × (${mean.join(", ")})`;
}

function placeText(place: readonly number[] | null): string {
  return place ? place.map((value) => value.toFixed(5)).join(", ") : "–";
}
