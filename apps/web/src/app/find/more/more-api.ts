import type { paths } from "@zpr/api-client";
import type { ItemCode, Locale } from "@zpr/model";

type Photos = paths["/api/v1/items/{code}/photos"]["get"]["responses"][200];
type Study = paths["/api/v1/studies/{id}/public"]["get"]["responses"][200];
type Item = paths["/api/v1/items/{code}"]["get"]["responses"][200];

/** A photo that was approved for everybody. */
export type OpenPhoto = Photos["content"]["application/json"][number];

/** What a study says to finders, and in which language; the text is empty when it says nothing. */
export interface StudyWord {
  readonly studyId: number;
  readonly text: string;
  readonly lang: string;
}

/** `GET /items/{code}/photos`. */
export function readPhotos(code: ItemCode): Promise<readonly OpenPhoto[]> {
  return read<Photos["content"]["application/json"]>(`/api/v1/items/${code}/photos`);
}

/** The words of an item's study in a language, else in the first it was written in. */
export async function readStudyWord(code: ItemCode, locale: Locale): Promise<StudyWord> {
  const { study } = await read<Item["content"]["application/json"]>(`/api/v1/items/${code}`);
  const { finderTexts } = await read<Study["content"]["application/json"]>(
    `/api/v1/studies/${study.id}/public`,
  );
  const texts = Object.entries(finderTexts);
  const [lang = locale, text = ""] = texts.find(([one]) => one === locale) ?? texts[0] ?? [];
  return { studyId: study.id, text, lang };
}

/** What is extra to a page is not worth a word when it does not come. */
async function read<Body>(path: string): Promise<Body> {
  const response = await fetch(path, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
