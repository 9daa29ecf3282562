import { entryHref } from "@/components/chatbot/desk/entry-href";
import { KIND_LABELS } from "@/components/chatbot/labels";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link-button";
import type { Outcome, TriedHit } from "@/lib/trial/tried";
import { OUTCOME_LABELS, reasonWords, trialLabels as t } from "./labels";

type Props = {
  outcome: Outcome;
  /** Key of the entry on the screen: it needs no link to itself. */
  own?: string | null;
};

/** Why the bot answered so: what it came to, each candidate in order with its score and the words that matched. */
export function Why({ outcome, own }: Props) {
  const hits = "hits" in outcome ? outcome.hits : [];
  return (
    <div className="flex flex-col gap-3">
      <p className="font-bold leading-6">{OUTCOME_LABELS[outcome.kind]}</p>
      {outcome.kind === "scenario" && <p>{t.scenario(outcome.title)}</p>}
      {hits.length > 0 && (
        <>
          <h3 className="text-sm font-bold text-muted">
            {outcome.kind === "none" ? t.nearest : t.candidates}
          </h3>
          <ol className="divide-y divide-line border-y border-line">
            {hits.map((hit) => (
              <li key={`${hit.kind} ${hit.key}`} className="py-2.5">
                <Candidate
                  hit={hit}
                  isOwn={own !== undefined && hit.kind !== "garbage" && hit.key === (own ?? "new")}
                />
              </li>
            ))}
          </ol>
          <p className="text-sm leading-6 text-muted">{t.order}</p>
        </>
      )}
    </div>
  );
}

function Candidate({ hit, isOwn }: { hit: TriedHit; isOwn: boolean }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {hit.kind === "garbage" || isOwn ? (
          <span className="font-bold">{hit.title}</span>
        ) : (
          <TextLink href={entryHref(hit.key)} className="font-bold">
            {hit.title}
          </TextLink>
        )}
        <Badge size="sm" tone={hit.kind === "keyword" ? "accent" : "neutral"}>
          {KIND_LABELS[hit.kind]}
        </Badge>
        {isOwn && (
          <Badge size="sm" tone="info" icon="pencil">
            {t.typed}
          </Badge>
        )}
        <span className="text-sm text-muted tabular">{t.score(hit.score)}</span>
      </p>
      <p className="text-sm leading-6 text-muted">{reasonWords(hit.reason)}</p>
    </>
  );
}
