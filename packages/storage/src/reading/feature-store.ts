import type { FeatureStore } from "@zpr/ports";
import type { Database } from "../database.ts";
import { postgresEpisodeFeatures } from "./episode-features.ts";
import { postgresFixFeatures } from "./fix-features.ts";
import { postgresItemFeatures } from "./item-features.ts";
import { postgresJourneyFeatures } from "./journey-features.ts";
import { postgresSightingFeatures } from "./sighting-features.ts";

/** Everything with a place, out of PostgreSQL. */
export function postgresFeatureStore(database: Database): FeatureStore {
  return {
    items: postgresItemFeatures(database),
    fixes: postgresFixFeatures(database),
    sightings: postgresSightingFeatures(database),
    journeys: postgresJourneyFeatures(database),
    episodes: postgresEpisodeFeatures(database),
  };
}
