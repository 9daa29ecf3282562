"use client";
import { checkUri } from "@/components/line-preview/links";
import type { Act } from "@/lib/sandbox-client/act";
import { CallSheet } from "./call-sheet";
import { DateSheet } from "./date-sheet";
import type { OpenSheet } from "./open-sheet";
import { PhotoSheet } from "./photo-sheet";
import { PlaceSheet } from "./place-sheet";
import { sandboxApi } from "./sandbox-api";
import type { Town } from "./town";

type Props = {
  sheet: OpenSheet;
  residentId: string;
  town: Town;
  run: (act: Act | (() => Promise<void>)) => Promise<boolean>;
  copy: (text: string) => void;
  onClose: () => void;
  onSent: () => void;
};

/** The sheet that is open, and what it sends. It closes once that arrived. */
export function SheetSlot({ sheet, residentId, town, run, copy, onClose, onSent }: Props) {
  const closing = async (work: Act | (() => Promise<void>)) => {
    const sent = await run(work);
    if (sent) onSent();
    return sent;
  };
  switch (sheet.kind) {
    case "photo":
      return (
        <PhotoSheet
          onClose={onClose}
          onSend={(photos) => closing(() => sandboxApi.sendPhotos(residentId, photos))}
        />
      );
    case "place":
      return (
        <PlaceSheet
          town={town}
          onClose={onClose}
          onSend={(place) => closing({ kind: "location", ...place })}
        />
      );
    case "date": {
      const { action } = sheet;
      return (
        <DateSheet
          action={action}
          onClose={onClose}
          onSend={(params) => closing({ kind: "postback", data: action.data, params })}
        />
      );
    }
    case "call": {
      const target = checkUri(sheet.uri);
      if (target.kind !== "phone") return null;
      return <CallSheet number={target.number} onClose={onClose} onCopy={() => copy(target.number)} />;
    }
  }
}
