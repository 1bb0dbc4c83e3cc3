import { type Evidence, type ItemCode, type Position, parseItemCode } from "@zpr/model";
import type { JourneySummary, Page } from "@zpr/ports";
import type { Column, DataSet, Geometry, Row } from "./data-set.ts";
import type { ExportPorts } from "./export-ports.ts";
import { inPages } from "./in-pages.ts";

const COLUMNS: readonly Column[] = [
  { name: "item_code", kind: "text", unit: "", meaning: "The item that made the journey" },
  { name: "started_at", kind: "time", unit: "UTC", meaning: "First evidence" },
  { name: "last_at", kind: "time", unit: "UTC", meaning: "Last evidence" },
  { name: "last_evidence", kind: "text", unit: "", meaning: "release, fix or sighting" },
  { name: "travelled_metres", kind: "number", unit: "m", meaning: "Sum of steps of at least 50 m" },
  { name: "net_metres", kind: "number", unit: "m", meaning: "From the first place to the last" },
  { name: "fix_count", kind: "integer", unit: "", meaning: "Good fixes in it" },
  { name: "sighting_count", kind: "integer", unit: "", meaning: "Sightings in it" },
];

/** The journeys of a study's items, each with the line of its way. */
export function journeyRows(studyId: number, { journeyStore }: ExportPorts): DataSet {
  return {
    name: "journeys",
    meaning:
      "What is known of each item's way; places by cells, Wi-Fi or Doppler are not in its line",
    columns: COLUMNS,
    async *rows() {
      const read = inPages(
        (page: Page<number>) => journeyStore.list([studyId], page),
        ({ itemId }) => itemId,
      );
      for await (const journey of read) {
        const code = parseItemCode(journey.itemCode);
        yield toRow(journey, code ? await wayOf(code) : null);
      }
    },
  };

  async function wayOf(code: ItemCode): Promise<Geometry> {
    return toGeometry(await journeyStore.evidence(code, "everything"));
  }
}

function toGeometry(evidence: readonly Evidence[]): Geometry {
  const way = evidence.flatMap((piece): Position[] =>
    piece.position && !(piece.kind === "fix" && piece.network) ? [piece.position] : [],
  );
  const [first] = way;
  if (!first) return null;
  return way.length === 1
    ? { type: "Point", coordinates: first }
    : { type: "LineString", coordinates: way };
}

function toRow(journey: JourneySummary, geometry: Geometry): Row {
  return {
    cells: [
      journey.itemCode,
      journey.startedAt,
      journey.lastAt,
      journey.lastEvidence,
      journey.travelledMetres,
      journey.netMetres,
      journey.fixCount,
      journey.sightingCount,
    ],
    geometry,
  };
}
