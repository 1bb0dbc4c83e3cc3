import { type EpisodeGround, riverMap } from "@zpr/analytics";
import { DEFAULT_EPISODE_RULES } from "@zpr/model";
import type { ChangedJourney, KeeperReading } from "@zpr/ports";

/** More studies than these at work at once prepare their rivers again and again. */
const MOST_KEPT = 50;

/** Prepared by what they hold, so that an entry is never out of date. */
const prepared = new Map<string, EpisodeGround>();

/** By what a journey's episodes are told; a river is prepared once for all its journeys. */
export async function groundOf(
  { ground, studyId }: Pick<ChangedJourney, "ground" | "studyId">,
  read: KeeperReading["ground"],
): Promise<EpisodeGround> {
  const kept = prepared.get(ground);
  if (kept) return kept;
  const { rules, rivers, ...corridor } = await read(studyId);
  const made = {
    rules: { ...DEFAULT_EPISODE_RULES, ...rules },
    river: riverMap(rivers, corridor),
  };
  const [oldest] = prepared.keys();
  if (prepared.size >= MOST_KEPT && oldest !== undefined) prepared.delete(oldest);
  prepared.set(ground, made);
  return made;
}
