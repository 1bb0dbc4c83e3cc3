import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LabProblem } from "../ask.ts";
import { Researcher } from "../researcher.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import {
  addPerson,
  changeRole,
  type Invitation,
  type Member,
  readInvitations,
  readMembers,
  removeMember,
  type StudyRole,
  withdrawInvitation,
} from "./study-api.ts";

type Said = "member" | "invited" | "otherRole" | "lastOwner" | "failed";

/** `/lab/study/people`: who works on the study; owners add people by address and change roles. */
@Component({
  selector: "zpr-people-tab",
  imports: [Moment, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  templateUrl: "./people-tab.html",
})
export class PeopleTab {
  readonly #data = inject(StudyData);
  readonly #studyId = this.#data.study()?.id ?? 0;
  protected readonly me = inject(Researcher).user;
  protected readonly roles = ["viewer", "editor", "owner"] as const;
  protected readonly isOwner = this.#data.isOwner;

  protected readonly members = signal<readonly Member[] | undefined>(undefined);
  protected readonly invitations = signal<readonly Invitation[]>([]);
  protected readonly busy = signal(false);
  protected readonly said = signal<Said | undefined>(undefined);

  constructor() {
    void this.#read();
  }

  protected add(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = submit.target as HTMLFormElement;
    const given = new FormData(form);
    const email = String(given.get("email")).trim();
    const role = String(given.get("role")) as StudyRole;
    return this.#do("otherRole", async () => {
      const added = await addPerson(this.#studyId, { email, role });
      form.reset();
      return added;
    });
  }

  protected async chooseRole({ userId, role }: Member, { target }: Event): Promise<void> {
    const choice = target as HTMLSelectElement;
    await this.#do("lastOwner", async () => {
      await changeRole(this.#studyId, userId, choice.value as StudyRole);
      return undefined;
    });
    // What was not kept must not look as if it were.
    choice.value = this.members()?.find((one) => one.userId === userId)?.role ?? role;
  }

  protected remove({ userId }: Member): Promise<void> {
    return this.#do("lastOwner", async () => {
      await removeMember(this.#studyId, userId);
      return undefined;
    });
  }

  protected withdraw({ id }: Invitation): Promise<void> {
    return this.#do("failed", async () => {
      await withdrawInvitation(this.#studyId, id);
      return undefined;
    });
  }

  protected sendAgain({ email, role }: Invitation): Promise<void> {
    return this.#do("failed", () => addPerson(this.#studyId, { email, role }));
  }

  async #do(onConflict: Said, act: () => Promise<Said | undefined>): Promise<void> {
    this.busy.set(true);
    this.said.set(undefined);
    try {
      const outcome = await act();
      await this.#read();
      if (outcome) this.said.set(outcome);
    } catch (reason) {
      const isConflict = reason instanceof LabProblem && reason.status === 409;
      this.said.set(isConflict ? onConflict : "failed");
    }
    this.busy.set(false);
  }

  async #read(): Promise<void> {
    try {
      const [members, invitations] = await Promise.all([
        readMembers(this.#studyId),
        this.isOwner() ? readInvitations(this.#studyId) : [],
      ]);
      this.members.set(members);
      this.invitations.set(invitations);
    } catch {
      this.said.set("failed");
    }
  }
}
