import type { Page, Study } from "@zpr/ports";
import { CannotBeDone } from "../cannot-be-done.ts";
import type { Desk, Work } from "../work.ts";
import type { DataSet, DataSetName, ExportFormat, Row } from "./data-set.ts";
import { writeDictionary, writeMetadata } from "./dictionary.ts";
import type { ExportPorts } from "./export-ports.ts";
import { type FixSpan, fixRows } from "./fix-rows.ts";
import { allOf } from "./in-pages.ts";
import { itemRows } from "./item-rows.ts";
import { journeyRows } from "./journey-rows.ts";
import { sightingRows } from "./sighting-rows.ts";
import { writeCsv } from "./write-csv.ts";
import { writeGeoJson } from "./write-geojson.ts";
import { writeGeoParquet } from "./write-geoparquet.ts";
import { type ZippedFile, zipFiles } from "./zip-files.ts";

/** What to export: times as ISO 8601, so that it may wait in the database. */
export interface ExportWish {
  readonly tables: readonly DataSetName[];
  readonly formats: readonly ExportFormat[];
  /** Fixes from this instant on. */
  readonly from?: string;
  /** Fixes before this instant. */
  readonly to?: string;
}

const FORMATS = {
  csv: { ending: "csv", write: writeCsv },
  geojson: { ending: "geojson", write: writeGeoJson },
  geoparquet: { ending: "parquet", write: writeGeoParquet },
};

/** Writes tables of a study in some formats, with what they mean, into one archive. */
export function exportWork(ports: ExportPorts): Work {
  return async (job, desk) => {
    // The API checked its shape before it was kept.
    const wish = job.wish as ExportWish;
    const study = await ports.studyStore.find(job.studyId);
    if (!study) throw new CannotBeDone("the study is not there any more");
    const { files, counts } = await filesOf(study, wish, { ports, desk });
    const result = await desk.keep({
      name: `${fileName(study.name)}.zip`,
      mediaType: "application/zip",
      bytes: zipFiles(files),
    });
    const { done, total } = counts.all();
    await desk.report({ done, total, memory: {} });
    return { outcome: counts.byTable(), result };
  };
}

async function filesOf(
  study: Study,
  { tables, formats, from, to }: ExportWish,
  { ports, desk }: { readonly ports: ExportPorts; readonly desk: Desk },
) {
  const span = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
  const sets = tables.map((name) => SETS[name](study.id, ports, span));
  const expected = await expectedRows(study.id, tables, ports);
  const counts = countRows(desk, expected * formats.length);
  const files = function* (): Generator<ZippedFile> {
    yield { name: "study.json", chunks: [writeMetadata(study, { sets, span, at: ports.now() })] };
    yield { name: "dictionary.csv", chunks: [writeDictionary(sets)] };
    for (const set of sets)
      for (const format of formats) {
        const { ending, write } = FORMATS[format];
        yield { name: `${set.name}.${ending}`, chunks: write(set, counts.counted(set)) };
      }
  };
  return { files: files(), counts };
}

const SETS: Readonly<
  Record<DataSetName, (studyId: number, ports: ExportPorts, span: FixSpan) => DataSet>
> = { items: itemRows, sightings: sightingRows, fixes: fixRows, journeys: journeyRows };

/** About how many rows there are: what comes meanwhile is exported too. */
async function expectedRows(
  studyId: number,
  tables: readonly DataSetName[],
  { studyStore, trackerStore, now }: ExportPorts,
): Promise<number> {
  const { itemCount, sightingCount } = await studyStore.counts(studyId, now());
  const trackers = await allOf(
    (page: Page<number>) => trackerStore.list([studyId], page),
    ({ id }) => id,
  );
  const fixes = trackers.reduce((sum, { fixCount }) => sum + fixCount, 0);
  const rows = { items: itemCount, sightings: sightingCount, fixes, journeys: itemCount };
  return tables.reduce((sum, table) => sum + rows[table], 0);
}

/** Counts rows as they go by, and tells. */
function countRows(desk: Desk, expected: number) {
  const rows = new Map<DataSetName, number>();
  let done = 0;
  return {
    async *counted(set: DataSet): AsyncGenerator<Row> {
      rows.set(set.name, 0);
      for await (const row of set.rows()) {
        yield row;
        done += 1;
        rows.set(set.name, (rows.get(set.name) ?? 0) + 1);
        await desk.report({ done, total: Math.max(expected, done) });
      }
    },
    all: () => ({ done, total: done }),
    byTable: () => Object.fromEntries(rows),
  };
}

function fileName(study: string): string {
  const plain = study.normalize("NFKD").replaceAll(/[^A-Za-z0-9]+/g, "-");
  return `zpr-${plain.replaceAll(/^-|-$/g, "").toLowerCase() || "study"}`;
}
