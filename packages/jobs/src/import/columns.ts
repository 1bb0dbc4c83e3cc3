/** What a column is about, by the names that people give it in four languages. */
export type Synonyms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export const ITEM_COLUMNS = {
  code: ["code", "itemcode", "label", "etiket", "etiquette", "etikett"],
  name: ["name", "naam", "nom", "bezeichnung"],
  type: ["type", "itemtype", "kind", "soort", "objecttype", "sorte", "typ", "art", "genre"],
  material: ["material", "materiaal", "materiau", "matiere", "werkstoff"],
  mass: ["mass", "massgrams", "weight", "massa", "gewicht", "masse", "poids"],
  length: ["length", "lengthmillimetres", "lengte", "longueur", "lange", "laenge"],
  width: ["width", "widthmillimetres", "breedte", "largeur", "breite"],
  height: ["height", "heightmillimetres", "hoogte", "hauteur", "hohe", "hoehe"],
  buoyancy: ["buoyancy", "drijfvermogen", "flottabilite", "auftrieb"],
  jCode: ["jcode", "jointlist", "jointlistcode"],
  note: [
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
    "opmerking",
    "opmerkingen",
    "notitie",
    "remarque",
    "commentaire",
    "bemerkung",
    "notiz",
    "notizen",
  ],
  releasePlace: [
    "releaseplace",
    "place",
    "release",
    "releasesite",
    "plaats",
    "vrijlaatplaats",
    "lieu",
    "lieudelacher",
    "ort",
    "aussetzort",
  ],
  releasedAt: [
    "releasedat",
    "releasetime",
    "releasedate",
    "time",
    "date",
    "tijd",
    "tijdstip",
    "datum",
    "vrijgelatenop",
    "heure",
    "datedelacher",
    "zeit",
    "zeitpunkt",
    "ausgesetztam",
  ],
  longitude: ["longitude", "lon", "lng", "long", "lengtegraad", "langengrad", "laengengrad", "x"],
  latitude: ["latitude", "lat", "breedtegraad", "breitengrad", "y"],
  tracker: ["tracker", "trackerid", "trackername", "imei", "deveui", "traceur", "balise", "sender"],
} as const satisfies Synonyms<string>;

export const TRACKER_COLUMNS = {
  protocol: ["protocol", "protocole", "protokoll", "brand", "merk", "marque", "marke"],
  uniqueId: [
    "uniqueid",
    "id",
    "imei",
    "deveui",
    "serial",
    "serialnumber",
    "serienummer",
    "numerodeserie",
    "seriennummer",
    "tracker",
  ],
  name: ["name", "naam", "nom", "bezeichnung"],
  model: ["model", "modele", "modell"],
  interval: ["interval", "intervalseconds", "intervalle", "intervall"],
} as const satisfies Synonyms<string>;

export const DEPLOYMENT_COLUMNS = {
  tracker: [
    "tracker",
    "trackerid",
    "trackername",
    "uniqueid",
    "imei",
    "deveui",
    "traceur",
    "balise",
    "sender",
  ],
  code: ["code", "item", "itemcode", "objet", "objekt", "object"],
  startedAt: [
    "startedat",
    "start",
    "from",
    "since",
    "van",
    "begin",
    "debut",
    "du",
    "von",
    "beginn",
  ],
  endedAt: ["endedat", "end", "to", "until", "tot", "einde", "fin", "au", "bis", "ende"],
} as const satisfies Synonyms<string>;

/** A row by field; a field without a column is not in it. */
export type Fields<Field extends string> = Partial<Readonly<Record<Field, string>>>;

/** A row of items by field. */
export type ItemFields = Fields<keyof typeof ITEM_COLUMNS>;

/** Which column each field is in, and the columns that nobody knows. */
export interface Reading<Field extends string> {
  readonly known: readonly Field[];
  readonly unknown: readonly string[];
  readonly fieldsOf: (cells: readonly string[]) => Fields<Field>;
}

/** Finds the fields of a head, whatever the order, case, accents, and units in brackets. */
export function readHead<Field extends string>(
  head: readonly string[],
  synonyms: Synonyms<Field>,
): Reading<Field> {
  const fields = Object.entries<readonly string[]>(synonyms) as [Field, readonly string[]][];
  const places = new Map<Field, number>();
  const unknown: string[] = [];
  head.forEach((title, at) => {
    const field = fields.find(([, names]) => names.includes(plain(title)))?.[0];
    if (field !== undefined && !places.has(field)) places.set(field, at);
    else if (title !== "") unknown.push(title);
  });
  return {
    known: [...places.keys()],
    unknown,
    fieldsOf: (cells) =>
      Object.fromEntries(
        [...places].map(([field, at]) => [field, cells[at] ?? ""]),
      ) as Fields<Field>,
  };
}

function plain(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]/g, "")
    .replaceAll(/[^a-z]/g, "");
}
