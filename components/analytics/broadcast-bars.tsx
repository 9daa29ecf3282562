import { chartLabels } from "@/components/charts/labels";
import { RateChart } from "@/components/charts/rate-chart";
import { TextLink } from "@/components/ui/link-button";
import { FEW } from "@/lib/analytics/table";
import type { BroadcastLine, Held, Maybe } from "@/lib/analytics/view";
import { analyticsLabels as t } from "./labels";
import { dayWords, reachWords } from "./words";

/** The newest are drawn; the table holds them all. */
const DRAWN = 20;

const words = (n: Held, part: Maybe): string => {
  if (n === "few") return FEW;
  if (n === null) return t.untold;
  const count = `${n.toLocaleString("ja-JP")}人`;
  return part === null ? count : `${count}(${chartLabels.percent(part)})`;
};

/** Of each broadcast: who opened it, who followed its links, who blocked the account after it. */
export function BroadcastBars({
  title,
  list,
  opens,
}: {
  title: string;
  list: BroadcastLine[];
  opens: boolean;
}) {
  const drawn = list.slice(0, DRAWN);
  return (
    <>
      <RateChart
        label={title}
        names={[t.opened, t.clicked, t.blocked]}
        rows={drawn.map((line) => ({
          key: line.id,
          label: line.title,
          detail: t.reached(dayWords(line.day), reachWords(line.reach)),
          parts: [
            { share: line.openShare, words: words(line.opens, line.openShare) },
            { share: line.clickShare, words: words(line.clicks, line.clickShare) },
            { share: line.blockShare, words: words(line.blocks, line.blockShare) },
          ],
        }))}
      />
      {list.length > DRAWN && <p className="text-sm text-muted">{t.drawn(DRAWN, list.length)}</p>}
      {opens && (
        <details className="mb-2 text-sm print:hidden">
          <summary className="min-h-8 cursor-pointer py-1 leading-6">{t.openOne}</summary>
          <ul className="flex max-h-60 flex-col gap-1 overflow-auto py-1 pl-1">
            {list.map((line) => (
              <li key={line.id}>
                <TextLink href={`/broadcasts/${line.id}`}>
                  {dayWords(line.day)} {line.title}
                </TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
