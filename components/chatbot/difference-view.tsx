import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Book } from "@/db/enums";
import type { DifferenceLine } from "@/lib/chatbot/books/words";
import { fieldLabel, KIND_LABELS, bookLabels as t } from "./labels";

const GROUPS = ["added", "changed", "removed"] as const;
const LOOK: Record<(typeof GROUPS)[number], { tone: BadgeTone; icon: IconName }> = {
  added: { tone: "success", icon: "plus" },
  changed: { tone: "info", icon: "pencil" },
  removed: { tone: "danger", icon: "minus" },
};
/** A whole imported dictionary is read by its first ones and its number. */
const SHOWN = 200;

type Props = {
  book: Book;
  lines: readonly DifferenceLine[];
  /** What belongs to the book as a whole, in words of whoever knows it; null: it stays as it is. */
  content?: ReactNode;
  /** How many there are of each, where only the first of them were sent. */
  totals?: Record<(typeof GROUPS)[number], number>;
};

/** What would come, change and go, entry by entry. Folded: each says its changed fields before and after. */
export function DifferenceView({ book, lines, content = null, totals }: Props) {
  if (lines.length === 0 && content === null) return <p className="text-muted">{t.nothing}</p>;
  return (
    <div className="flex flex-col gap-6">
      {content !== null && <Notice title={t.contentChanged(book)}>{content}</Notice>}
      {GROUPS.map((change) => {
        const group = lines.filter((line) => line.change === change);
        if (group.length === 0) return null;
        const all = totals?.[change] ?? group.length;
        const shown = Math.min(group.length, SHOWN);
        return (
          <section key={change} aria-label={t.groups[change]}>
            <h3 className="flex items-center gap-2 font-bold leading-6">
              <Badge {...LOOK[change]}>
                {all > shown ? t.groupOf(t.groups[change], all, shown) : t.group(t.groups[change], all)}
              </Badge>
            </h3>
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {group.slice(0, SHOWN).map((line) => (
                <li key={line.key}>
                  <Line book={book} line={line} />
                </li>
              ))}
            </ul>
            {all > shown && <p className="pt-2 text-sm text-muted">{t.more(all - shown)}</p>}
          </section>
        );
      })}
    </div>
  );
}

function Line({ book, line }: { book: Book; line: DifferenceLine }) {
  return (
    <Disclosure
      title={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="min-w-0 font-medium break-words">{line.title}</span>
          <span className="text-sm font-normal text-muted">
            {line.change === "changed"
              ? line.fields.map(({ field }) => fieldLabel(field, book)).join("、")
              : KIND_LABELS[line.kind]}
          </span>
        </span>
      }
    >
      <dl className="flex flex-col gap-3">
        {line.fields.map(({ field, before, after }) => (
          <div key={field} className="grid gap-1">
            <dt className="text-sm font-bold text-muted">{fieldLabel(field, book)}</dt>
            {line.change === "changed" ? (
              <>
                <Side name={t.before} text={before} className="border-l-danger bg-danger-soft" />
                <Side name={t.after} text={after} className="border-l-success bg-success-soft" />
              </>
            ) : (
              <dd className="leading-6 break-words whitespace-pre-wrap">{after || before}</dd>
            )}
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Side({ name, text, className }: { name: string; text: string; className: string }) {
  return (
    <dd className={`flex gap-3 rounded-4 border-l-4 px-3 py-1.5 leading-6 ${className}`}>
      <span className="shrink-0 text-sm font-bold">{name}</span>
      <span className="min-w-0 break-words whitespace-pre-wrap">{text || t.none}</span>
    </dd>
  );
}
