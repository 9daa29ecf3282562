"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { MenuMode } from "@/db/enums";
import { previewMenuAction } from "@/lib/menus/actions";
import { drawable } from "@/lib/menus/edit";
import { placeTab } from "@/lib/menus/layout";
import type { MenuContent } from "@/lib/menus/plan";
import { editorLabels as t } from "./labels";

const PAUSE_MS = 350;

type Drawn = { address: string; missing: string[] };
type Props = { mode: MenuMode; content: MenuContent; index: number };

/** The picture of what is being typed, drawn by what draws it for LINE, a moment after the last key. */
export function MenuPreview({ mode, content, index }: Props) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(async () => {
      const answer = await previewMenuAction({ mode, tab: index, content: drawable(content) }).catch(
        () => null,
      );
      if (over || !answer?.ok) return;
      const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(answer.value.svg)}`;
      setDrawn({ address, missing: answer.value.missing });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [mode, content, index]);
  const { size } = placeTab(content, index);
  const labels = (content.tabs[index]?.tiles ?? []).map((tile) => tile.label).join("、");
  return (
    <figure aria-label={t.preview} className="flex flex-col gap-2">
      <div
        className="overflow-hidden rounded-8 border border-line bg-sunken"
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
      >
        {drawn ? (
          <img
            src={drawn.address}
            alt={t.previewAlt(labels)}
            width={size.width}
            height={size.height}
            className="h-auto w-full"
          />
        ) : (
          <Skeleton className="size-full" />
        )}
      </div>
      <figcaption className="text-sm leading-5 text-muted">{t.previewNote}</figcaption>
      {drawn && drawn.missing.length > 0 && (
        <p role="alert" className="text-sm leading-5 text-danger-ink">
          {t.missing(drawn.missing.join(" "))}
        </p>
      )}
    </figure>
  );
}
