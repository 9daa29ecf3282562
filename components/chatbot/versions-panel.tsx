"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Book } from "@/db/enums";
import type { VersionRow } from "@/lib/chatbot/books/queries";
import { clock, longDate } from "@/lib/core/time";
import { bookLabels as t, VERSION_LABELS } from "./labels";
import { RollBackDialog } from "./roll-back-dialog";

type Props = {
  book: Book;
  versions: readonly VersionRow[];
  mayPublish: boolean;
  /** `?version=` is added to it: the page that shows that version's difference from what is live. */
  compareHref: string;
  /** The version that is compared now. */
  compared?: number | null;
};

/** A draft is begun before it is published; a copy of an older version is live at once. */
const isRollBack = (row: VersionRow) =>
  row.publishedAt !== null && row.publishedAt.getTime() === row.createdAt.getTime();

/** Every version that was ever live, newest first, each one press away. */
export function VersionsPanel({ book, versions, mayPublish, compareHref, compared = null }: Props) {
  const [target, setTarget] = useState<VersionRow | null>(null);
  const live = versions.find((row) => row.state === "live");
  const shown = versions.filter((row) => row.state !== "draft");
  const numberOf = (id: number | null) => versions.find((row) => row.id === id);
  return (
    <Panel title={t.versions}>
      <p className="text-sm leading-6 text-muted">{t.versionsHelp}</p>
      {shown.length === 0 ? (
        <EmptyState icon="history" title={t.noVersions}>
          {t.noVersionsHelp}
        </EmptyState>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {shown.map((row) => {
            const origin = numberOf(row.basedOn);
            const isCopy = origin !== undefined && isRollBack(row);
            return (
              <li
                key={row.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3"
                aria-current={compared === row.id ? "true" : undefined}
              >
                <div className="min-w-0 flex-1 basis-64">
                  <p className="flex flex-wrap items-center gap-2 font-bold leading-6">
                    {t.number(row.number)}
                    {row.state === "live" && (
                      <Badge size="sm" tone="success" icon="circle-check">
                        {VERSION_LABELS.live}
                      </Badge>
                    )}
                    <span className="text-sm font-normal text-muted tabular">{t.entries(row.entries)}</span>
                    {isCopy && (
                      <span className="text-sm font-normal text-muted">{t.copyOf(origin.number)}</span>
                    )}
                  </p>
                  {row.note && <p className="leading-6 break-words">{row.note}</p>}
                  <p className="text-sm leading-5 text-muted tabular">
                    {row.publishedAt && `${longDate(row.publishedAt)} ${clock(row.publishedAt)} `}
                    {t.publishedBy(row.publishedBy)}
                  </p>
                </div>
                {row.state === "retired" && (
                  <div className="flex flex-wrap gap-2">
                    <LinkButton
                      size="sm"
                      href={`${compareHref}${compareHref.includes("?") ? "&" : "?"}version=${row.id}`}
                      aria-label={t.compareHere(row.number)}
                    >
                      {t.compare}
                    </LinkButton>
                    {mayPublish && (
                      <Button
                        size="sm"
                        icon="undo"
                        aria-label={t.rollBackHere(row.number)}
                        onPress={() => setTarget(row)}
                      >
                        {t.rollBack}
                      </Button>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {target && live && (
        <RollBackDialog book={book} target={target} liveId={live.id} onClose={() => setTarget(null)} />
      )}
    </Panel>
  );
}
