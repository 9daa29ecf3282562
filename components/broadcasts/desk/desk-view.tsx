import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { linksIn } from "@/lib/broadcasts/links/found";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { clock, shortDate } from "@/lib/core/time";
import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { Composer } from "../composer/composer";
import { deskLabels as t } from "../labels";
import { LinksPanel } from "../links-panel";
import { KindBadge, StateBadge } from "../state-badge";
import { ContentView } from "./content-view";
import { Corrections } from "./corrections";
import { DecidePanel } from "./decide-panel";
import { DiffView } from "./diff-view";
import { Facts } from "./facts";
import { History } from "./history";
import { LivePage } from "./live-page";
import { MoreActions } from "./more-actions";
import { Objection } from "./objection";
import { ReleasePanel } from "./release-panel";
import { ResultPanel } from "./result-panel";
import { RunningPanel } from "./running-panel";
import { SinceFirst } from "./since-first";
import { Warnings } from "./warnings";
import { WhyNot } from "./why-not";

type Props = { loaded: LoadedBroadcast; delivery: LoadedDelivery };

const MOVING = ["held", "sending", "paused", "scheduled"];
const RUNNING = ["late", "held", "sending", "paused"];
const OVER = ["sent", "partly_failed", "stopped"];

export function DeskView({ loaded, delivery }: Props) {
  const { row, returned, names } = loaded;
  return (
    <div
      data-kind={row.kind}
      className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 md:px-8 data-[kind=drill]:border-t-8 data-[kind=drill]:border-status-checking"
    >
      <PageHeader
        above={<TextLink href="/broadcasts">{t.back}</TextLink>}
        title={row.title || t.untitled}
        lead={
          <span role="status" className="mt-1 flex flex-wrap gap-1.5">
            <StateBadge state={row.state} />
            <KindBadge kind={row.kind} />
          </span>
        }
      />
      {row.kind === "drill" && (
        <p className="rounded-8 border-l-4 border-status-checking bg-status-checking-soft px-4 py-3 font-bold text-status-checking-ink">
          {t.drillBanner}
        </p>
      )}
      {row.kind === "emergency" && <Notice tone="danger">{t.emergencyBanner}</Notice>}
      <SinceFirst loaded={loaded} />
      {returned?.decidedBy && returned.decidedAt && (
        <Notice
          tone="danger"
          title={t.returned(
            names[returned.decidedBy] ?? "",
            `${shortDate(returned.decidedAt)} ${clock(returned.decidedAt)}`,
          )}
        >
          <p className="whitespace-pre-wrap">{returned.reason}</p>
        </Notice>
      )}
      <Objection loaded={loaded} />
      <MoreActions loaded={loaded} />
      {loaded.may.edit ? (
        <Composer key={row.state} loaded={loaded} />
      ) : (
        <Frozen loaded={loaded} delivery={delivery} />
      )}
      <Corrections loaded={loaded} />
      <History entries={loaded.entries} />
      {MOVING.includes(row.state) && <LivePage />}
    </div>
  );
}

/** One that is not being written: what was asked for, and what is to be done with it. */
function Frozen({ loaded, delivery }: Props) {
  const { row } = loaded;
  // Nobody decides about words they have not seen: on a narrow screen these come first.
  const isDeciding = row.approvalOwed || row.state === "submitted";
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        {row.state === "submitted" && (
          <>
            <Warnings loaded={loaded} />
            <DiffView loaded={loaded} />
          </>
        )}
        {row.state === "approved" && loaded.may.schedule && <ReleasePanel loaded={loaded} />}
        {RUNNING.includes(row.state) && <RunningPanel loaded={loaded} delivery={delivery} />}
        {OVER.includes(row.state) && <ResultPanel loaded={loaded} delivery={delivery} />}
        <Facts loaded={loaded} />
        {loaded.may.test && <LinksPanel id={row.id} links={linksIn((loaded.version ?? row).content)} />}
        {loaded.may.explain && <WhyNot id={row.id} isOver={OVER.includes(row.state)} />}
        {isDeciding && <DecidePanel loaded={loaded} after={row.approvalOwed} />}
      </div>
      <div className={isDeciding ? "max-lg:order-first" : undefined}>
        <ContentView loaded={loaded} />
      </div>
    </div>
  );
}
