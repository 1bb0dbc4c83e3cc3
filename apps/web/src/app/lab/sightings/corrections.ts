import type { Sighting } from "../lab-api.ts";
import type { Change } from "./review-desk.ts";

type Values = Extract<Change, { readonly kind: "correct" }>["values"];

/** What a form says differently from a report: its code, and its values. */
export function correctionsOf(
  sighting: Sighting,
  said: Pick<FormData, "get">,
  inUtc: boolean,
): readonly Change[] {
  const text = (name: string) => String(said.get(name) ?? "").trim();
  const code = text("code").replaceAll(/\s/g, "").toUpperCase();
  const wanted = {
    ...seenAt(sighting, text("seen"), inUtc),
    ...place(sighting, text("latitude"), text("longitude")),
    ...words(sighting, text),
  };
  return [
    ...(code !== "" && code !== sighting.itemCode
      ? [{ kind: "move" as const, itemCode: code }]
      : []),
    ...(Object.keys(wanted).length > 0 ? [{ kind: "correct" as const, values: wanted }] : []),
  ];
}

/** An instant as a field for a local time holds it, to the minute. */
export function inputTime(time: string, inUtc: boolean): string {
  const at = new Date(time);
  const shown = inUtc ? at : new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shown.toISOString().slice(0, 16);
}

function seenAt(sighting: Sighting, text: string, inUtc: boolean): Values {
  if (text === "" || text === inputTime(sighting.seenAt, inUtc)) return {};
  return { seenAt: new Date(inUtc ? `${text}Z` : text).toISOString() };
}

function place({ position }: Sighting, ...[latitude, longitude]: [string, string]): Values {
  if (latitude === "" || longitude === "") return position ? { position: null } : {};
  const [east, north] = [Number(longitude), Number(latitude)];
  if (position?.[0] === east && position[1] === north) return {};
  return { position: [east, north] };
}

function words(sighting: Sighting, text: (name: string) => string): Values {
  const { condition, surroundings, putBack } = sighting;
  const noteHidden = text("noteHidden") === "on";
  return {
    ...(text("condition") !== condition && { condition: text("condition") as typeof condition }),
    ...(text("surroundings") !== surroundings && {
      surroundings: text("surroundings") as typeof surroundings,
    }),
    ...(text("putBack") !== putBack && { putBack: text("putBack") as typeof putBack }),
    ...(noteHidden !== sighting.noteHidden && { noteHidden }),
  };
}
