"use client";

import Image from "next/image";
import { useEffect, useEffectEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import type { ReportPhoto } from "@/lib/reports/view";
import type { Case } from "./case";
import { HidePhoto } from "./hide-photo";
import { photoLabels as t } from "./labels";

const UNKNOWN_SIZE = { width: 1600, height: 1200 };
const LIGHT_ON_DARK =
  "!text-white data-hovered:!bg-white/20 data-pressed:!bg-white/30 data-disabled:!bg-transparent data-disabled:!border-transparent data-disabled:!text-white/40";

/** One photo over the whole screen. Arrow keys go on and back, Z changes the size, Escape closes. */
export function PhotoViewer({
  report,
  photos,
  openId,
  onOpen,
  mayHide,
  indexOf,
}: {
  report: Case;
  photos: ReportPhoto[];
  openId: string | null;
  onOpen: (id: string | null) => void;
  mayHide: boolean;
  indexOf: (photo: ReportPhoto) => number;
}) {
  const [large, setLarge] = useState(false);
  const at = photos.findIndex((photo) => photo.id === openId);
  const photo = photos[at];
  const go = (step: number) => {
    const next = photos[at + step];
    if (!next) return;
    setLarge(false);
    onOpen(next.id);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.target instanceof HTMLInputElement) return;
    if (event.key === "ArrowRight" && !large) go(1);
    else if (event.key === "ArrowLeft" && !large) go(-1);
    else if (event.key === "z") setLarge(!large);
  });
  const isOpen = photo !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOpen]);
  if (!photo?.fullUrl) return null;
  const index = indexOf(photo);
  const kind = (photo.label && t.kinds[photo.label]) || t.nth(index + 1);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (open) return;
        setLarge(false);
        onOpen(null);
      }}
      className="fixed inset-0 z-60 bg-black [--focus:white]"
    >
      <Modal className="flex h-full w-full flex-col">
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center gap-1 px-3 py-2 text-white">
            <Heading slot="title" className="min-w-0 flex-1 truncate text-base font-bold">
              <span className="sr-only">{t.viewer(report.number)}: </span>
              {kind}
              <span className="ml-3 font-normal text-white/80 tabular">
                {t.position(at + 1, photos.length)}
              </span>
            </Heading>
            {mayHide && <HidePhoto report={report} photoId={photo.id} onHidden={() => onOpen(null)} />}
            <IconButton
              icon={large ? "zoom-out" : "zoom-in"}
              label={large ? t.zoomOut : t.zoomIn}
              className={LIGHT_ON_DARK}
              onPress={() => setLarge(!large)}
            />
            <IconButton
              icon="x"
              label={t.close}
              className={LIGHT_ON_DARK}
              placement="left"
              onPress={() => onOpen(null)}
            />
          </header>
          <div
            tabIndex={large ? 0 : undefined}
            className={cx(
              "min-h-0 flex-1",
              large ? "overflow-auto" : "grid place-items-center overflow-hidden px-2",
            )}
          >
            <Image
              src={photo.fullUrl}
              alt={t.alt(index + 1, kind, report.number)}
              width={photo.width ?? UNKNOWN_SIZE.width}
              height={photo.height ?? UNKNOWN_SIZE.height}
              loading="eager"
              unoptimized
              className={large ? "mx-auto max-w-none" : "max-h-full w-auto max-w-full object-contain"}
            />
          </div>
          <footer className="flex justify-center gap-4 px-3 py-2">
            <IconButton
              icon="chevron-left"
              label={t.previous}
              className={LIGHT_ON_DARK}
              placement="top"
              disabled={at === 0}
              onPress={() => go(-1)}
            />
            <IconButton
              icon="chevron-right"
              label={t.next}
              className={LIGHT_ON_DARK}
              placement="top"
              disabled={at === photos.length - 1}
              onPress={() => go(1)}
            />
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
