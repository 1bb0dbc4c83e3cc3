/** What can be chosen on the map and is then in its address. */
const KINDS = ["tracker", "item", "sighting", "release", "stranding"] as const;
type ChoiceKind = (typeof KINDS)[number];

/** The thing whose details are shown. */
export interface MapChoice {
  readonly kind: ChoiceKind;
  /** The id of a tracker, sighting, release or stranding; the code of an item. */
  readonly id: string;
}

/** Reads `tracker:7` and the like; undefined when it is nothing of the kind. */
export function parseChoice(text: string | undefined): MapChoice | undefined {
  const [, name, id] = text?.match(/^([a-z]+):(.+)$/) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind && id ? { kind, id } : undefined;
}

/** The form in which a choice is in the address. */
export function choiceText({ kind, id }: MapChoice): string {
  return `${kind}:${id}`;
}

/** The choice that a click on a feature makes; a track stands for its item. */
export function choiceOf({
  kind,
  properties,
}: {
  readonly kind: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): MapChoice | undefined {
  if (kind === "track") return { kind: "item", id: String(properties["code"]) };
  return parseChoice(`${kind}:${properties["id"] ?? properties["code"]}`);
}

/** Whether a feature with these properties is what was chosen. */
export function isChoice(
  choice: MapChoice | undefined,
  properties: Readonly<Record<string, unknown>> | null,
): boolean {
  if (!choice || properties?.["kind"] !== choice.kind) return false;
  return String(properties["id"] ?? properties["code"]) === choice.id;
}
