import type { Routes } from "@angular/router";
import { StudyPage } from "./study-page.ts";
import { STUDY_TABS } from "./study-tabs.ts";

/** `/lab/study/...`: each tab has an address of its own. */
export const studyRoutes: Routes = [
  {
    path: "",
    component: StudyPage,
    children: [
      { path: "", pathMatch: "full", redirectTo: "people" },
      ...STUDY_TABS.map(({ path, loadComponent }) => ({ path, loadComponent })),
    ],
  },
];
