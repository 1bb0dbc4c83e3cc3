import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { RouterLink, RouterLinkActive, RouterOutlet } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { usePageTitle } from "../../kit/page-title.ts";
import { StudyData } from "../study-data.ts";
import { STUDY_TABS } from "./study-tabs.ts";

/** `/lab/study`: who works on the study, by which rules, and what they changed. */
@Component({
  selector: "zpr-study-page",
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-page.css",
  template: `
    @if (data.study(); as study) {
      <div class="l-page">
        <header class="l-head">
          <h1>{{ study.name }}</h1>
          <p class="z-soft">{{ "lab.role." + study.role | transloco }}</p>
        </header>
        <nav class="tabs" [attr.aria-label]="'lab.settings.tabsLabel' | transloco">
          @for (tab of tabs(); track tab.path) {
            <a
              [routerLink]="tab.path"
              queryParamsHandling="merge"
              routerLinkActive="here"
              ariaCurrentWhenActive="page"
              >{{ "lab.settings.tabs." + tab.path | transloco }}</a
            >
          }
        </nav>
        <!-- Another study is another page: nothing of the one before may stay in its forms. -->
        @for (id of [study.id]; track id) {
          <router-outlet />
        }
      </div>
    }
  `,
})
export class StudyPage {
  protected readonly data = inject(StudyData);
  protected readonly tabs = computed(() => {
    const isOwner = this.data.isOwner();
    return STUDY_TABS.filter(({ ownersOnly }) => isOwner || !ownersOnly);
  });

  constructor() {
    usePageTitle("lab.settings.title");
  }
}
