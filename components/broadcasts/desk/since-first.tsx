"use client";

import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { deskLabels as t } from "../labels";
import { useNow } from "./use-now";

const two = (n: number) => String(n).padStart(2, "0");

/** How long residents have had the wrong words: on the page of the correction. */
export function SinceFirst({ loaded }: { loaded: LoadedBroadcast }) {
  const { corrected } = loaded;
  const now = useNow(loaded.now);
  if (!corrected) return null;
  const first = corrected.firstAcceptedAt;
  const seconds = first ? Math.max(0, Math.floor((now.getTime() - first.getTime()) / 1_000)) : null;
  return (
    <Notice tone="danger">
      <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link href={`/broadcasts/${corrected.id}`} className="text-link underline underline-offset-3">
          {t.corrects}: {corrected.title}
        </Link>
        {seconds !== null && loaded.row.finishedAt === null && (
          <span role="timer" className="text-xl font-bold tabular">
            {t.sinceFirst} {Math.floor(seconds / 3600)}:{two(Math.floor(seconds / 60) % 60)}:
            {two(seconds % 60)}
          </span>
        )}
      </span>
      {corrected.isGoingOut && loaded.row.finishedAt === null && (
        <p className="mt-1 leading-7">{t.stillGoingOut}</p>
      )}
    </Notice>
  );
}
