import type {
  Condition,
  ItemCode,
  Locale,
  Position,
  PositionSource,
  PutBack,
  Surroundings,
} from "@zpr/model";
import type { SightingBody } from "../../kit/api.ts";

/** Where an item lies, as far as its finder could say; accuracy in metres. */
export interface Place {
  readonly position: Position | null;
  readonly accuracyMetres: number | null;
  readonly source: PositionSource;
}

/** What a finder wants to hear from us, and what for. Nothing is sent unless something is ticked. */
export interface ContactWish {
  readonly email: string;
  readonly name: string;
  readonly news: boolean;
  readonly contest: boolean;
  /** Whether researchers may ask; drafts of before do not know it. */
  readonly questions?: boolean;
}

/** A report on its way to being complete. Its id is the id it is sent under. */
export interface ReportDraft {
  readonly id: string;
  readonly code: ItemCode;
  readonly changedAt: number;
  readonly place: Place | null;
  readonly condition: Condition | null;
  readonly surroundings: Surroundings | null;
  readonly putBack: PutBack | null;
  readonly note: string;
  readonly contact: ContactWish;
  /** Numbers of the photos that lie on the phone under this id. */
  readonly photos: readonly number[];
}

/** The questions that have to be answered, in the order of the form. */
export type Question = "place" | "condition" | "surroundings" | "putBack";

const QUESTIONS: readonly Question[] = ["place", "condition", "surroundings", "putBack"];
/** After a day an unfinished report says nothing about where the item lies now. */
const KEPT_FOR_MS = 24 * 3600_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A report with nothing answered yet. */
export function emptyDraft(code: ItemCode, id: string, now: number): ReportDraft {
  return {
    id,
    code,
    changedAt: now,
    place: null,
    condition: null,
    surroundings: null,
    putBack: null,
    note: "",
    contact: { email: "", name: "", news: false, contest: false, questions: false },
    photos: [],
  };
}

/** Whether a draft found on the phone still belongs to what its finder is doing now. */
export function isFresh(draft: ReportDraft, now: number): boolean {
  return now - draft.changedAt < KEPT_FOR_MS;
}

/** The questions without an answer. */
export function unanswered(draft: ReportDraft): readonly Question[] {
  return QUESTIONS.filter((question) => draft[question] === null);
}

/** Whether anything is ticked. */
export function wantsToHear({ news, contest, questions }: ContactWish): boolean {
  return news || contest || questions === true;
}

/** What is wrong with the wish to hear from us. */
export function contactProblem(contact: ContactWish): "missing" | "wrong" | null {
  const { email } = contact;
  if (!wantsToHear(contact)) return null;
  if (!email.trim()) return "missing";
  return EMAIL.test(email.trim()) ? null : "wrong";
}

interface Sent {
  readonly seenAt: Date;
  readonly locale: Locale;
  /** What stood in the field that no person sees; the server looks at such a report first. */
  readonly website?: string;
}

/** The report as it is sent, or nothing while an answer is missing. */
export function toBody(
  draft: ReportDraft,
  { seenAt, locale, website }: Sent,
): SightingBody | undefined {
  const { place, condition, surroundings, putBack, contact } = draft;
  if (!(place && condition && surroundings && putBack) || contactProblem(contact)) return undefined;
  const note = draft.note.trim();
  const name = contact.name.trim();
  return {
    id: draft.id,
    seenAt: seenAt.toISOString(),
    position: place.position,
    accuracyMetres: place.accuracyMetres,
    positionSource: place.source,
    surroundings,
    condition,
    putBack,
    locale,
    ...(note && { note }),
    ...(website && { website }),
    ...(wantsToHear(contact) && {
      contact: {
        email: contact.email.trim(),
        ...(name && { name }),
        newsConsent: contact.news,
        questionsConsent: contact.questions === true,
        contestConsent: contact.contest,
      },
    }),
  };
}
