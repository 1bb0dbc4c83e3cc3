import type { Routes } from "@angular/router";
import { HomePage } from "./find/home-page.ts";

/** The two halves: finder pages, small and at once; the lab, large and only for who goes there. */
export const routes: Routes = [
  { path: "", pathMatch: "full", component: HomePage },
  { path: "lab", loadChildren: () => import("./lab/lab.routes.ts").then((lab) => lab.labRoutes) },
  { path: "**", component: HomePage },
];
