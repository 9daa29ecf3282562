import { DeliveryBadge } from "@/components/reports/detail/delivery-badge";
import { STATUS_LABELS } from "@/components/reports/labels";
import { Panel } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { LoadedReport } from "@/lib/reports/loaders";
import type { ReportEntry } from "@/lib/reports/view";
import { AssignForm } from "./assign-form";
import { caseOf } from "./case";
import { ContentPanel } from "./content-panel";
import { Desk } from "./desk";
import { detailLabels as t, timelineLabels } from "./labels";
import { type LastEntry, LiveRefresh } from "./live-refresh";
import { NearbyPanel } from "./nearby-panel";
import { PhotosPanel } from "./photos-panel";
import { PlacePanel } from "./place-panel";
import { ReportHead } from "./report-head";
import { SuggestionProvider } from "./suggestion";
import { Timeline } from "./timeline";

/** One case: what the resident gave on the left, what is done about it on the right; one column on a phone. */
export function ReportView({ loaded }: { loaded: LoadedReport }) {
  const { report, abilities, nearby } = loaded;
  const mayMark = abilities.moves.some((move) => move.to === "duplicate");
  return (
    <SuggestionProvider>
      <LiveRefresh number={report.number} last={lastEntry(loaded)} />
      <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-5 px-4 py-4 md:px-6 md:py-5">
        <ReportHead loaded={loaded} />
        <Related numbers={report.duplicateOf ? [report.duplicateOf] : []} title={t.duplicateOf} />
        <Related numbers={report.duplicates} title={t.duplicates} />
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_27rem]">
          <div className="grid min-w-0 grid-cols-1 items-start gap-5 xl:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-5">
              <PhotosPanel
                report={caseOf(loaded)}
                photos={report.photos}
                mayView={abilities.mayViewPhotos}
                mayHide={abilities.mayHidePhotos}
              />
              <ContentPanel report={report} />
            </div>
            <div className="flex min-w-0 flex-col gap-5">
              <PlacePanel loaded={loaded} />
              <NearbyPanel nearby={nearby} mayMark={mayMark} />
            </div>
          </div>
          <div className="flex min-w-0 flex-col gap-5 lg:row-span-2">
            <Desk report={caseOf(loaded)} abilities={abilities} />
            <AssignmentPanel loaded={loaded} />
          </div>
          <Timeline report={report} />
        </div>
      </div>
    </SuggestionProvider>
  );
}

function Related({ numbers, title }: { numbers: string[]; title: string }) {
  if (numbers.length === 0) return null;
  return (
    <Notice title={title}>
      <span className="flex flex-wrap gap-x-4">
        {numbers.map((number) => (
          <Link
            key={number}
            href={`/reports/${number}`}
            className="text-link underline underline-offset-3 tabular"
          >
            {number}
          </Link>
        ))}
      </span>
    </Notice>
  );
}

function AssignmentPanel({ loaded }: { loaded: LoadedReport }) {
  const { report, abilities, sections, workers, seesAll } = loaded;
  return (
    <Panel title={t.assignment}>
      {abilities.mayAssign ? (
        <AssignForm report={caseOf(loaded)} sections={sections} workers={workers} seesAll={seesAll} />
      ) : (
        <p>{[report.section?.name ?? t.noSection, report.assignee?.name].filter(Boolean).join(" / ")}</p>
      )}
      {report.mails.length > 0 && (
        <Disclosure title={t.mails(report.mails.length)} className="mt-3">
          <ul className="flex flex-col gap-2">
            {report.mails.map(({ mailTo, delivery }) => (
              <li key={mailTo} className="flex flex-wrap items-center gap-2 text-sm">
                <span className="min-w-0 break-all">{mailTo}</span>
                <DeliveryBadge delivery={delivery} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Panel>
  );
}

/** The newest entry in words, for those who have the page open. */
function lastEntry({ report, staffId }: LoadedReport): LastEntry | null {
  const entry = report.entries.reduce<ReportEntry | null>((a, b) => (a && a.id > b.id ? a : b), null);
  if (!entry) return null;
  const who =
    entry.actorKind === "friend" ? timelineLabels.resident : (entry.actorName ?? timelineLabels.system);
  const status = entry.kind === "status" && entry.toStatus ? `「${STATUS_LABELS[entry.toStatus]}」` : "";
  return {
    id: entry.id,
    mine: entry.actorId === staffId,
    words: t.changedBy(`${who}: ${timelineLabels.kinds[entry.kind]}${status}`),
  };
}
