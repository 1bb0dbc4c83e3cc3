import type { Routes, UrlMatchResult, UrlSegment } from "@angular/router";
import { LabFrame } from "./frame/lab-frame.ts";
import { requireSignIn } from "./sign-in.ts";

/** Pages of researchers, under `/lab`. */
export const labRoutes: Routes = [
  {
    path: "",
    component: LabFrame,
    canActivate: [requireSignIn],
    children: [
      { path: "", pathMatch: "full", redirectTo: "map" },
      {
        path: "map",
        loadComponent: () => import("./map/map-page.ts").then(({ MapPage }) => MapPage),
      },
      {
        path: "release",
        loadComponent: () =>
          import("./release/release-page.ts").then(({ ReleasePage }) => ReleasePage),
      },
      {
        path: "trackers",
        loadComponent: () =>
          import("./trackers/trackers-page.ts").then(({ TrackersPage }) => TrackersPage),
      },
      {
        path: "trackers/codecs",
        loadComponent: () =>
          import("./trackers/codecs/codecs-page.ts").then(({ CodecsPage }) => CodecsPage),
      },
      {
        path: "trackers/codecs/:codecId",
        loadComponent: () =>
          import("./trackers/codecs/codec-page.ts").then(({ CodecPage }) => CodecPage),
      },
      {
        path: "trackers/:id",
        loadComponent: () =>
          import("./trackers/one/tracker-page.ts").then(({ TrackerPage }) => TrackerPage),
      },
      {
        path: "items",
        loadComponent: () => import("./items/items-page.ts").then(({ ItemsPage }) => ItemsPage),
      },
      {
        path: "items/:code",
        loadComponent: () =>
          import("./journey/journey-page.ts").then(({ JourneyPage }) => JourneyPage),
      },
      {
        path: "item-types",
        loadComponent: () => import("./items/types-page.ts").then(({ TypesPage }) => TypesPage),
      },
      {
        path: "releases",
        loadComponent: () =>
          import("./releases/releases-page.ts").then(({ ReleasesPage }) => ReleasesPage),
      },
      {
        path: "releases/:id",
        loadComponent: () =>
          import("./releases/one-release-page.ts").then(({ OneReleasePage }) => OneReleasePage),
      },
      {
        path: "import",
        loadComponent: () => import("./import/import-page.ts").then(({ ImportPage }) => ImportPage),
      },
      {
        path: "jobs",
        loadComponent: () => import("./jobs/jobs-page.ts").then(({ JobsPage }) => JobsPage),
      },
      {
        matcher: sightingsPath,
        loadComponent: () =>
          import("./sightings/sightings-page.ts").then(({ SightingsPage }) => SightingsPage),
      },
      {
        path: "study",
        loadChildren: () =>
          import("./study/study.routes.ts").then(({ studyRoutes }) => studyRoutes),
      },
      { path: "**", redirectTo: "" },
    ],
  },
];

/** `/sightings` and `/sightings/ID` are one page, which stays when another report is chosen. */
function sightingsPath(segments: UrlSegment[]): UrlMatchResult | null {
  const [path, id, more] = segments;
  if (path?.path !== "sightings" || more) return null;
  return { consumed: segments, posParams: id ? { id } : {} };
}
