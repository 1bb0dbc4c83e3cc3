import type { FinderLetters, Letter, MailReader } from "@zpr/ports";
import { contestPath } from "../contest-page/contest-path.ts";
import type { MailAction } from "./finder-words.ts";
import { finderWords } from "./languages.ts";

/** Writes the mails to finders. None of them says where or by whom an item was seen: the item's page says what is public. */
export function finderLetters(publicUrl: string): FinderLetters {
  const at = ({ token }: MailReader, action: MailAction) =>
    `${publicUrl}${mailPath(token, action)}`;

  function letter(reader: MailReader, subject: string, lines: readonly string[]): Letter {
    const { unsubscribeAt, eraseAt } = finderWords(reader.locale);
    const unsubscribeUrl = at(reader, "unsubscribe");
    const foot = `-- \nZero Plastic Rivers\n${unsubscribeAt(unsubscribeUrl)}\n${eraseAt(at(reader, "erase"))}`;
    return { subject, text: [...lines, foot].join("\n\n").concat("\n"), unsubscribeUrl };
  }

  return {
    confirmation(reader) {
      const { confirmation } = finderWords(reader.locale);
      const item = spaced(reader.itemCode);
      const lines = confirmation.lines(item, at(reader, "confirm"));
      return letter(reader, confirmation.subject(item), lines);
    },
    contest(reader, studyId) {
      const { contest } = finderWords(reader.locale);
      const item = spaced(reader.itemCode);
      const rulesUrl = `${publicUrl}${contestPath(studyId)}?lang=${reader.locale}`;
      return letter(reader, contest.subject(item), contest.lines(item, rulesUrl));
    },
    news(reader) {
      const { news } = finderWords(reader.locale);
      const item = spaced(reader.itemCode);
      const lines = news.lines(item, `${publicUrl}/${reader.itemCode}`);
      return letter(reader, news.subject(item), lines);
    },
    question(reader, { text, token }) {
      const { question } = finderWords(reader.locale);
      const item = spaced(reader.itemCode);
      const lines = question.lines(item, text, `${publicUrl}${answerPath(token)}`);
      return letter(reader, question.subject(item), lines);
    },
  };
}

/** Where a link in a mail leads. */
export function mailPath(token: string, action: MailAction): string {
  return `/mail/${token}/${action}`;
}

/** Where a finder answers a question. */
export function answerPath(token: string): string {
  return `/answer/${token}`;
}

/** A code as on the labels. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
