import type { Route } from "@angular/router";

/** One tab of the view Study: its address under `/lab/study`, its page, and whom it is for. */
interface StudyTab {
  /** Also the key of its message, `lab.settings.tabs.<path>`. */
  readonly path: string;
  readonly ownersOnly: boolean;
  readonly loadComponent: NonNullable<Route["loadComponent"]>;
}

/** The tabs in the order in which they stand: a new one is a line here. */
export const STUDY_TABS: readonly StudyTab[] = [
  {
    path: "people",
    ownersOnly: false,
    loadComponent: () => import("./people-tab.ts").then(({ PeopleTab }) => PeopleTab),
  },
  {
    path: "rules",
    ownersOnly: true,
    loadComponent: () => import("./rules-tab.ts").then(({ RulesTab }) => RulesTab),
  },
  {
    path: "river",
    ownersOnly: false,
    loadComponent: () => import("../river/river-tab.ts").then(({ RiverTab }) => RiverTab),
  },
  {
    path: "water-levels",
    ownersOnly: false,
    loadComponent: () => import("../river/levels-tab.ts").then(({ LevelsTab }) => LevelsTab),
  },
  {
    path: "thresholds",
    ownersOnly: false,
    loadComponent: () =>
      import("../river/thresholds-tab.ts").then(({ ThresholdsTab }) => ThresholdsTab),
  },
  {
    path: "contest",
    ownersOnly: true,
    loadComponent: () => import("./contest-tab.ts").then(({ ContestTab }) => ContestTab),
  },
  {
    path: "access",
    ownersOnly: true,
    loadComponent: () => import("./access-tab.ts").then(({ AccessTab }) => AccessTab),
  },
  {
    path: "audit",
    ownersOnly: true,
    loadComponent: () => import("./audit-tab.ts").then(({ AuditTab }) => AuditTab),
  },
];
