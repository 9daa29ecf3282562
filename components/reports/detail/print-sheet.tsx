import Image from "next/image";
import type { ReactNode } from "react";
import { tilesFrom } from "@/components/map/map-data";
import { MiniMap } from "@/components/map/mini-map";
import { SOURCE_LABELS, STATUS_LABELS } from "@/components/reports/labels";
import { LinkButton } from "@/components/ui/link-button";
import { clock, longDate } from "@/lib/core/time";
import type { LoadedReport } from "@/lib/reports/loaders";
import { detailLabels, printLabels as t, timelineLabels } from "./labels";
import { PrintButton } from "./print-button";

const PHOTOS_ON_SHEET = 2;

/** A4 portrait, one case to a page, legible in black and white, with room for stamps and for notes in the street. */
export function PrintSheet({ loaded }: { loaded: LoadedReport }) {
  const { report, sketch, tileUrl, now } = loaded;
  const photos = report.photos.filter((photo) => photo.fullUrl !== null).slice(0, PHOTOS_ON_SHEET);
  const facts: [string, ReactNode][] = [
    [
      detailLabels.received,
      `${longDate(report.receivedAt)} ${clock(report.receivedAt)}（${SOURCE_LABELS[report.source]}）`,
    ],
    [detailLabels.deskStatus, STATUS_LABELS[report.status]],
    [detailLabels.due, report.dueAt ? longDate(report.dueAt) : "—"],
    [
      detailLabels.assignment,
      [report.section?.name, report.assignee?.name].filter(Boolean).join(" / ") || "—",
    ],
    [detailLabels.address, report.address ?? detailLabels.noAddress],
    [
      detailLabels.area,
      [
        report.area?.name ?? detailLabels.noArea,
        report.point && detailLabels.coordinates(report.point.lat.toFixed(5), report.point.lng.toFixed(5)),
      ]
        .filter(Boolean)
        .join("　"),
    ],
  ];
  return (
    <main className="mx-auto my-6 w-full max-w-[190mm] bg-white px-6 py-6 text-black print:m-0 print:max-w-none print:p-0 [color-scheme:light]">
      <nav className="mb-6 flex justify-between gap-3 print:hidden">
        <LinkButton href={`/reports/${report.number}`} icon="chevron-left" prefetch={false}>
          {report.number}
        </LinkButton>
        <PrintButton />
      </nav>
      <header className="flex items-start justify-between gap-4 border-b-2 border-black pb-2">
        <div>
          <p className="text-sm">{t.title}</p>
          <h1 className="text-2xl font-bold tabular">{report.number}</h1>
          <p className="text-lg font-bold">
            {report.category.label}
            {report.priority === "high" && `【${detailLabels.priorityHigh}】`}
          </p>
        </div>
        <table aria-label={t.approval} className="border-collapse text-center text-xs">
          <thead>
            <tr>
              {t.boxes.map((box) => (
                <th key={box} scope="col" className="w-[18mm] border border-black font-normal">
                  {box}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {t.boxes.map((box) => (
                <td key={box} className="h-[16mm] border border-black" />
              ))}
            </tr>
          </tbody>
        </table>
      </header>
      <Facts items={facts} />
      <section className="mt-3 grid grid-cols-2 items-start gap-4">
        <div>
          {report.point && sketch && (
            <MiniMap
              point={report.point}
              sketch={sketch}
              tiles={tilesFrom(tileUrl)}
              status={report.status}
              className="h-[58mm]"
            />
          )}
          <h2 className="mt-3 border-b border-black text-base font-bold">{detailLabels.content}</h2>
          <Facts
            items={report.answers.map((answer): [string, ReactNode] => [answer.label, answer.display])}
          />
        </div>
        <div className="flex flex-col gap-2">
          {photos.map((photo, index) => (
            <Image
              key={photo.id}
              src={photo.fullUrl ?? ""}
              alt={`${t.photos}${index + 1}`}
              width={photo.width ?? 1600}
              height={photo.height ?? 1200}
              loading="eager"
              unoptimized
              className="max-h-[58mm] w-full object-contain object-left-top"
            />
          ))}
        </div>
      </section>
      <h2 className="mt-3 border-b border-black text-base font-bold">{t.result}</h2>
      <ol className="text-sm leading-6">
        {report.entries.map((entry) => (
          <li
            key={entry.id}
            className="grid grid-cols-[42mm_1fr] gap-2 border-b border-dotted border-black py-0.5"
          >
            <span className="tabular">
              {longDate(entry.at).replace(/^令和/, "R")} {clock(entry.at)}
            </span>
            <span>
              {timelineLabels.kinds[entry.kind]}
              {entry.toStatus && entry.kind === "status" && `「${STATUS_LABELS[entry.toStatus]}」`}
              {entry.actorName && `（${entry.actorName}）`}
              {entry.kind !== "amended" && entry.body && `: ${entry.body.replace(/\n/g, " ")}`}
            </span>
          </li>
        ))}
      </ol>
      <h2 className="mt-3 border-b border-black text-base font-bold">{t.fieldNotes}</h2>
      <div className="h-[30mm] border-x border-b border-black" />
      <p className="mt-2 text-end text-xs">{t.printedAt(`${longDate(now)} ${clock(now)}`)}</p>
    </main>
  );
}

function Facts({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl className="mt-2 grid grid-cols-[28mm_1fr] text-sm leading-6">
      {items.map(([label, value]) => (
        <div key={label} className="col-span-full grid grid-cols-subgrid border-b border-dotted border-black">
          <dt>{label}</dt>
          <dd className="whitespace-pre-wrap font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
