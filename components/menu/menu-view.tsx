import { moment } from "@/components/staff/date-words";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { LoadedMenus } from "@/lib/menus/loaders";
import { HistoryPanel } from "./history-panel";
import { MODE_LABELS, menuLabels as t } from "./labels";
import { LinePanel } from "./line-panel";
import { LivePanel } from "./live-panel";
import { MenuPictures } from "./menu-pictures";
import { PulseWatch } from "./pulse-watch";

/** What residents see, what LINE says of it, both modes' pictures, and what was done. */
export function MenuView({ loaded }: { loaded: LoadedMenus }) {
  const { live, may, now } = loaded;
  const menus = [...loaded.menus].sort((a) => (a.mode === live.mode ? -1 : 1));
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-8">
      <PulseWatch pulse={loaded.pulse} />
      <PageHeader title={t.title} lead={t.lead} />
      {!loaded.isArmed && (
        <Notice tone="warning" title={t.notArmed} action={<TextLink href="/channel">{t.toChannel}</TextLink>}>
          {t.notArmedText}
        </Notice>
      )}
      {menus.length === 0 ? (
        <EmptyState icon="smartphone" title={t.noContent}>
          {t.noContentHelp}
        </EmptyState>
      ) : (
        <>
          <LivePanel loaded={loaded} />
          {menus.map((menu) => (
            <Panel
              key={menu.mode}
              title={
                <span className="flex flex-wrap items-center gap-2">
                  {t.menusOf(MODE_LABELS[menu.mode])}
                  {menu.mode === live.mode ? (
                    <Badge size="sm" tone="success" icon="circle-check">
                      {t.isLive}
                    </Badge>
                  ) : (
                    <Badge size="sm">{t.isReady}</Badge>
                  )}
                </span>
              }
              actions={
                may.edit && (
                  <LinkButton
                    size="sm"
                    icon="pencil"
                    href={`/menu/${menu.mode}`}
                    aria-label={t.editOf(MODE_LABELS[menu.mode])}
                  >
                    {t.edit}
                  </LinkButton>
                )
              }
            >
              {menu.publishedAt && (
                <p className="mb-3 text-sm leading-6 text-muted tabular">
                  {t.publishedAt(moment(menu.publishedAt, now))}
                </p>
              )}
              <MenuPictures menu={menu} />
            </Panel>
          ))}
          <LinePanel loaded={loaded} />
          <HistoryPanel jobs={loaded.jobs} now={now} />
        </>
      )}
    </div>
  );
}
