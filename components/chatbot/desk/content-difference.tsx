import type { FaqContent } from "@/lib/chatbot/faq/content";
import { topicLabels as t } from "./topic-labels";

export type PhoneChoice = { key: string; label: string; number: string };

const phoneWords = (content: FaqContent, phones: readonly PhoneChoice[]): string => {
  const phone = phones.find((one) => one.key === content.phoneKey);
  return phone ? t.phone(phone.label, phone.number) : t.firstPhone;
};

/** Topics and phone before and after, each in one line. */
export function ContentDifference(props: {
  before: FaqContent;
  after: FaqContent;
  phones: readonly PhoneChoice[];
}) {
  const { before, after, phones } = props;
  const lines = [
    {
      name: t.topics,
      before: before.topics.map((topic) => topic.label.ja).join("、"),
      after: after.topics.map((topic) => topic.label.ja).join("、"),
    },
    { name: t.counter, before: phoneWords(before, phones), after: phoneWords(after, phones) },
  ].filter((line) => line.before !== line.after);
  if (lines.length === 0) return <p>{t.otherLanguages}</p>;
  return (
    <dl className="flex flex-col gap-2">
      {lines.map((line) => (
        <div key={line.name}>
          <dt className="text-sm font-bold">{line.name}</dt>
          <dd className="break-words">{t.fromTo(line.before, line.after)}</dd>
        </div>
      ))}
    </dl>
  );
}
