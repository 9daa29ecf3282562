"use client";

import Image from "next/image";
import { useState } from "react";
import { Button as RacButton } from "react-aria-components";
import { Panel } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { ReportPhoto } from "@/lib/reports/view";
import type { Case } from "./case";
import { photoLabels as t } from "./labels";
import { PhotoViewer } from "./photo-viewer";

export const kindOf = (photo: ReportPhoto, index: number): string =>
  (photo.label && t.kinds[photo.label]) || t.nth(index + 1);

/** The photos as they lie; pressing one opens it large. What is missing says why in words. */
export function PhotosPanel({
  report,
  photos,
  mayView,
  mayHide,
}: {
  report: Case;
  photos: ReportPhoto[];
  mayView: boolean;
  mayHide: boolean;
}) {
  const [openId, setOpenId] = useState<string | null>(null);
  const shown = photos.filter((photo) => photo.fullUrl !== null);
  return (
    <Panel title={t.title(photos.length)}>
      {!mayView && <p className="text-muted">{t.notAllowed}</p>}
      {mayView && photos.length === 0 && (
        <p className="flex items-center gap-2 text-muted">
          <Icon name="image-off" />
          {t.noneWhy}
        </p>
      )}
      {mayView && photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-3">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              {photo.thumbUrl ? (
                <RacButton
                  aria-label={t.open(index + 1, kindOf(photo, index))}
                  onPress={() => setOpenId(photo.id)}
                  className="group relative block aspect-4/3 w-full overflow-hidden rounded-8 border border-line bg-sunken"
                >
                  <Image
                    src={photo.thumbUrl}
                    alt={t.alt(index + 1, kindOf(photo, index), report.number)}
                    fill
                    loading="eager"
                    unoptimized
                    className=" object-cover transition-transform duration-200 group-data-hovered:scale-103"
                  />
                  <span className="absolute bottom-0 left-0 rounded-tr-8 bg-black/70 px-2 py-0.5 text-xs leading-5 text-white">
                    {kindOf(photo, index)}
                  </span>
                  <span className="absolute top-1.5 right-1.5 grid size-7 place-items-center rounded-full bg-black/60 text-white opacity-0 transition-opacity group-data-focus-visible:opacity-100 group-data-hovered:opacity-100">
                    <Icon name="zoom-in" size={16} />
                  </span>
                </RacButton>
              ) : (
                <MissingPhoto photo={photo} />
              )}
            </li>
          ))}
        </ul>
      )}
      <PhotoViewer
        report={report}
        photos={shown}
        openId={openId}
        onOpen={setOpenId}
        mayHide={mayHide}
        indexOf={(photo) => photos.indexOf(photo)}
      />
    </Panel>
  );
}

function MissingPhoto({ photo }: { photo: ReportPhoto }) {
  const waiting = photo.state === "waiting";
  return (
    <div className="flex aspect-4/3 w-full flex-col items-center justify-center gap-1 overflow-hidden rounded-8 border border-dashed border-control bg-sunken px-2 text-center">
      <Icon name={waiting ? "clock" : "image-off"} className="text-muted" />
      <span className="text-sm font-bold leading-5">{t.states[photo.state]}</span>
      <span className="text-xs leading-4 text-muted">
        {(photo.reason && t.reasons[photo.reason]) || t.stateWhy[photo.state]}
      </span>
    </div>
  );
}
