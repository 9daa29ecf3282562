"use client";

import { useState } from "react";
import { PlacePicker } from "@/components/map/place-picker";
import type { MapTiles } from "@/components/map/types";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import type { SketchText } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";
import { placeReportAction } from "@/lib/reports/actions";
import type { Case } from "./case";
import { detailLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { useSave } from "./use-save";

/** Puts a case on the map, or moves it: by pressing, dragging, arrow keys or numbers. */
export function PlaceEditor({
  report,
  point,
  sketch,
  tiles,
}: {
  report: Case;
  point: Point | null;
  sketch: SketchText;
  tiles: MapTiles | null;
}) {
  const save = useSave(report.revision);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Point | null>(point);
  const unchanged = chosen?.lat === point?.lat && chosen?.lng === point?.lng;
  return (
    <>
      <Button
        size="sm"
        icon={point ? "pencil" : "map-pin-plus"}
        onPress={() => {
          setChosen(point);
          save.beginFromLatest();
          setOpen(true);
        }}
      >
        {point ? t.movePlace : t.setPlace}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title={t.placeDialog(report.number)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{uiLabels.cancel}</Button>
            <Button
              variant="primary"
              icon="map-pin"
              pending={save.pending}
              disabled={unchanged}
              onPress={() =>
                save.save({ number: report.number, point: chosen }, placeReportAction, {
                  say: t.placeSaved,
                  onDone: () => setOpen(false),
                })
              }
            >
              {t.savePlace}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <PlacePicker
            value={chosen}
            onChange={setChosen}
            sketch={sketch}
            tiles={tiles}
            className="h-[min(24rem,45dvh)]"
          />
          <RefusalNotice save={save} />
        </div>
      </Dialog>
    </>
  );
}
