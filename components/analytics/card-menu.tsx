"use client";

import { type RefObject, useState } from "react";
import { pictureOf } from "@/components/charts/picture";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { parseAnalyticsSearch, toAnalyticsParams } from "@/lib/analytics/search";
import { missingInCp932 } from "@/lib/core/cp932";
import { csvLine } from "@/lib/core/csv";
import type { Card } from "./card";
import { tableOf } from "./card-table-of";
import { analyticsLabels as t } from "./labels";
import { type CardSetting, cardFile } from "./setting";

/** Fetches a file as a link with `download` would. */
function save(href: string, name = ""): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}

function linkTo(card: Card, setting: CardSetting, isTable: boolean): string {
  const search = parseAnalyticsSearch(new URLSearchParams(setting.query));
  const query = toAnalyticsParams({ ...search, tables: isTable ? [card.id] : [] });
  return `${window.location.origin}/analytics?${query}#${card.id}`;
}

/** Ways to take a card along: files, a picture, a link. */
export function CardMenu({
  card,
  setting,
  isTable,
  box,
}: {
  card: Card;
  setting: CardSetting;
  isTable: boolean;
  box: RefObject<HTMLDivElement | null>;
}) {
  const toast = useToast();
  const [missing, setMissing] = useState<string[]>([]);
  const [link, setLink] = useState<string | null>(null);
  const file = (encoding: "excel" | "cp932") => save(cardFile(setting, card.id, encoding));

  const cp932 = () => {
    const { columns, rows } = tableOf(card, setting.map?.sketch ?? null);
    const text = [columns, ...rows].map(csvLine).join("");
    const found = missingInCp932(text);
    if (found.length > 0) setMissing(found);
    else file("cp932");
  };
  const png = async () => {
    const svg = box.current?.querySelector<SVGSVGElement>("svg[data-chart]");
    if (!svg) return toast(t.pngFailed);
    try {
      const lines = [
        card.answer,
        t.shown(setting.period),
        ...(setting.against ? [t.against(setting.against)] : []),
      ];
      const blob = await pictureOf(svg, { title: card.title, lines, source: setting.source });
      const url = URL.createObjectURL(blob);
      save(url, `${card.title}.png`);
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch {
      toast(t.pngFailed);
    }
  };
  const copy = async () => {
    const href = linkTo(card, setting, isTable);
    try {
      await navigator.clipboard.writeText(href);
      toast(t.linkCopied);
    } catch {
      setLink(href); // on plain http the browser lends no clipboard
    }
  };

  return (
    <>
      <Menu
        label={t.more(card.title)}
        trigger={<IconButton icon="download" label={t.more(card.title)} size="sm" />}
      >
        <MenuItem icon="file-text" onAction={() => file("excel")}>
          {t.csvExcel}
        </MenuItem>
        <MenuItem icon="file-text" onAction={cp932}>
          {t.csvOther}
        </MenuItem>
        <MenuItem icon="image" onAction={png}>
          {t.png}
        </MenuItem>
        <MenuItem icon="link" onAction={copy}>
          {t.copyLink}
        </MenuItem>
      </Menu>
      <Dialog
        open={missing.length > 0}
        onOpenChange={() => setMissing([])}
        title={t.missingTitle}
        size="sm"
        footer={
          <Button
            variant="primary"
            onPress={() => {
              setMissing([]);
              file("cp932");
            }}
          >
            {t.missingGo}
          </Button>
        }
      >
        <p>{t.missingText}</p>
        <p className="my-2 text-xl">{missing.join(" ")}</p>
        <p>{t.missingAdvice}</p>
      </Dialog>
      <Dialog open={link !== null} onOpenChange={() => setLink(null)} title={t.copyLink} size="sm">
        <p>{t.linkNotCopied}</p>
        <p className="mt-2 rounded-8 bg-sunken p-3 break-all select-all">{link}</p>
      </Dialog>
    </>
  );
}
