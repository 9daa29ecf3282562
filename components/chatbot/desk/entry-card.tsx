import { KIND_LABELS } from "@/components/chatbot/labels";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Icon, type IconName } from "@/components/ui/icon";
import { japaneseDate } from "@/components/ui/japanese-date";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/link-button";
import { ANSWER_WORDS } from "@/lib/chatbot/books/messages";
import type { Overlap } from "@/lib/chatbot/desk/overlap";
import type { EntryRow, EntryState } from "@/lib/chatbot/entries/list";
import { entryHref } from "./entry-href";
import { ANSWER_ICONS, STATE_LABELS, deskLabels as t } from "./labels";

const LOOK: Record<Exclude<EntryState, "changed">, { tone: BadgeTone; icon: IconName }> = {
  hidden: { tone: "warning", icon: "layers" },
  review: { tone: "neutral", icon: "clock" },
  future: { tone: "info", icon: "calendar" },
  expired: { tone: "danger", icon: "circle-slash" },
};

type Props = {
  row: Omit<EntryRow, "folded">;
  topic: string | null;
  section: string | null;
  /** Words of this entry that bring another one. */
  overlaps: readonly Overlap[];
};

/** One entry of the list: what it is called, what it answers, and what somebody should look at. */
export function EntryCard({ row, topic, section, overlaps }: Props) {
  const { answer } = row;
  return (
    <li className="relative flex flex-col gap-1 px-4 py-3 hover:bg-hover sm:px-5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={entryHref(row.key)}
          className="min-w-0 font-bold leading-6 break-words text-ink after:absolute after:inset-0 hover:text-link"
        >
          {row.title}
        </Link>
        <Badge size="sm" tone={row.kind === "keyword" ? "accent" : "neutral"}>
          {KIND_LABELS[row.kind]}
        </Badge>
        {row.change && (
          <Badge size="sm" tone="info" icon={row.change === "added" ? "plus" : "pencil"}>
            {t[row.change]}
          </Badge>
        )}
        {row.states.map((state) =>
          state === "changed" ? null : (
            <Badge key={state} size="sm" {...LOOK[state]}>
              {STATE_LABELS[state]}
            </Badge>
          ),
        )}
      </div>
      <p className="flex min-w-0 items-start gap-1.5 text-sm leading-5 text-muted">
        {answer ? (
          <>
            <Icon
              name={ANSWER_ICONS[answer.kind]}
              size={16}
              label={ANSWER_WORDS[answer.kind]}
              className="mt-0.5"
            />
            <span className="line-clamp-2 min-w-0 break-words">{answer.words}</span>
          </>
        ) : (
          t.noAnswer
        )}
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm leading-5 text-muted tabular">
        <span>{topic ?? t.noTopic}</span>
        <span>{section ?? t.noSection}</span>
        {row.synonyms.length > 0 && <span>{t.synonyms(row.synonyms.length)}</span>}
        <span>{row.reviewedOn ? t.reviewed(japaneseDate(row.reviewedOn)) : t.neverReviewed}</span>
        {row.validFrom && <span>{t.from(japaneseDate(row.validFrom))}</span>}
        {row.validUntil && <span>{t.until(japaneseDate(row.validUntil))}</span>}
      </p>
      {overlaps.length > 0 && (
        <ul className="relative z-10 mt-1 flex flex-col gap-1 text-sm leading-5">
          {overlaps.map((one) => (
            <li key={one.words} className="flex flex-wrap items-center gap-x-2">
              <Icon name="layers" size={16} className="text-warning-ink" />
              <span>{t.hiddenBy(one.words)}</span>
              {one.by.kind === "garbage" ? (
                <span>
                  {one.by.title}（{KIND_LABELS.garbage}）
                </span>
              ) : (
                <TextLink href={entryHref(one.by.key)}>{one.by.title}</TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
