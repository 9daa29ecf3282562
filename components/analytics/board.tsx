import { type Board as BoardData, cardText } from "./card";
import { ChartCard } from "./chart-card";
import { analyticsLabels as t } from "./labels";
import type { CardSetting } from "./setting";

/** The figures of a tab and its cards. */
export function Board({
  board,
  setting,
  tables,
  above,
}: {
  board: BoardData;
  setting: CardSetting;
  tables: string[];
  /** What these numbers leave out, for this person. */
  above?: string;
}) {
  return (
    <div className="flex flex-col gap-5 print:block">
      {above && <p className="rounded-8 bg-info-soft px-4 py-2 text-info-ink">{above}</p>}
      <dl
        aria-label={t.figures}
        className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none print:mb-4 print:grid-cols-5 print:gap-2"
      >
        {board.stats.map((stat) => (
          <div
            key={stat.label}
            className="rounded-12 border border-line bg-surface px-4 py-3 print:px-2 print:py-1"
          >
            <dt className="text-sm leading-5 text-muted">{stat.label}</dt>
            <dd className="mt-0.5">
              <span className="block text-2xl font-bold leading-8 tabular print:text-lg">{stat.value}</span>
              <span className="block min-h-5 text-sm leading-5 text-muted tabular">{stat.change}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-2 print:flex print:flex-col print:gap-4">
        {board.cards.map((card) => (
          <ChartCard
            key={`${card.id}-${tables.includes(card.id)}`}
            text={cardText(card, setting.axis)}
            setting={setting}
            startsAsTable={tables.includes(card.id)}
          />
        ))}
      </div>
    </div>
  );
}
