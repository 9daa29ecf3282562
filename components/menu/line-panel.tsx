import { moment } from "@/components/staff/date-words";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { LoadedMenus } from "@/lib/menus/loaders";
import type { Difference, Seen } from "@/lib/menus/seen";
import { errorLabel, MODE_LABELS, menuLabels as t } from "./labels";
import { RepairButton } from "./repair-button";

type Place = { mode: Seen["menus"][number]["mode"]; tab: number };

/** What LINE itself answers, compared with what is wanted; a difference can be put right here. */
export function LinePanel({ loaded }: { loaded: LoadedMenus }) {
  const { seen, seenAt, seenError, may, isArmed, now, pulse } = loaded;
  const nameOf = ({ mode, tab }: Place) => {
    const title = seen?.menus.find((menu) => menu.mode === mode && menu.tab === tab)?.title ?? "";
    return t.menuAt(MODE_LABELS[mode], tab, title);
  };
  return (
    <Panel
      title={t.atLine}
      actions={seenAt && <span className="text-sm text-muted tabular">{t.seenAt(moment(seenAt, now))}</span>}
    >
      <p className="mb-3 text-sm leading-6 text-muted">{t.atLineLead}</p>
      {seenError && (
        <Notice tone="warning" className="mb-3">
          {t.notSeen(errorLabel(seenError))}
        </Notice>
      )}
      {!seen ? (
        <p className="text-muted">{t.neverSeen}</p>
      ) : (
        <>
          {seen.differences.length === 0 ? (
            <Notice tone="success" title={t.same} />
          ) : (
            <Notice
              tone="warning"
              title={t.different}
              action={may.switch && isArmed && !pulse.busy && <RepairButton />}
            >
              <p>{t.differentText}</p>
              <ul className="mt-1 list-disc pl-6">
                {seen.differences.map((one) => (
                  <li key={JSON.stringify(one)}>{wordsOf(one, nameOf)}</li>
                ))}
              </ul>
            </Notice>
          )}
          <p className="mt-4 leading-7">
            <span className="mr-3 text-sm text-muted">{t.standing}</span>
            <strong>{seen.shows ? nameOf(seen.shows) : t.standingNone}</strong>
          </p>
          <MenuList seen={seen} nameOf={nameOf} />
        </>
      )}
    </Panel>
  );
}

function wordsOf(one: Difference, nameOf: (place: Place) => string): string {
  switch (one.kind) {
    case "default":
      return t.differences.default;
    case "alias":
      return t.differences.alias(one.alias);
    case "missing":
      return t.differences.missing(nameOf(one));
    case "areas":
      return t.differences.areas(nameOf(one));
  }
}

function MenuList({ seen, nameOf }: { seen: Seen; nameOf: (place: Place) => string }) {
  const leadsTo = new Map(seen.aliases.map((one) => [one.alias, one.leadsTo]));
  return (
    <ul className="mt-3 divide-y divide-line border-t border-line">
      {seen.menus.map((menu) => {
        const target = leadsTo.get(menu.alias);
        return (
          <li key={menu.alias} className="py-2.5">
            <p className="flex flex-wrap gap-x-3 font-bold leading-6">
              {nameOf(menu)}
              <span className="font-normal text-muted tabular">{t.areas(menu.areas)}</span>
            </p>
            <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-sm leading-6 text-muted">
              <dt>{t.alias}</dt>
              <dd className="break-all">
                {menu.alias} → {target ? nameOf(target) : t.leadsNowhere}
              </dd>
              <dt>{t.lineId}</dt>
              <dd className="break-all">{menu.richMenuId ?? t.missingAtLine}</dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
