"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { MediaPlaces } from "@/lib/media/place";
import { composerLabels as t } from "../labels";

export type NewPlace = (id: string, place: NonNullable<MediaPlaces[string]>) => void;
type Uploaded = { id: string; base: string; width: number; height: number };

type Props = {
  mediaId: string | null;
  places: MediaPlaces;
  onPlace: NewPlace;
  onChange: (id: string | null) => void;
  error?: string;
};

/** Chooses a picture from this machine; the server checks it and makes every size LINE asks for. */
export function MediaField({ mediaId, places, onPlace, onChange, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const place = mediaId ? places[mediaId] : undefined;
  const upload = async (file: File) => {
    setPending(true);
    setProblem(null);
    const body = new FormData();
    body.set("file", file);
    const answer = await fetch("/api/broadcasts/media", { method: "POST", body }).catch(() => null);
    const value: unknown = await answer?.json().catch(() => null);
    setPending(false);
    if (answer?.ok) {
      const { id, base, width, height } = value as Uploaded;
      onPlace(id, { base, width, height, heightAt1040: Math.max(1, Math.round((height * 1040) / width)) });
      onChange(id);
    } else {
      const message = value && typeof value === "object" && "message" in value ? value.message : null;
      setProblem(typeof message === "string" ? message : t.uploadFailed);
    }
  };
  const shown = problem ?? error;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-3">
        {place && (
          <img
            src={`${place.base}/preview.jpg`}
            alt=""
            className="h-16 w-24 rounded-6 border border-line bg-sunken object-cover"
          />
        )}
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png"
          className="sr-only"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void upload(file);
          }}
        />
        <Button
          size="sm"
          icon="image"
          pending={pending}
          aria-describedby={helpId}
          onPress={() => input.current?.click()}
        >
          {pending ? t.uploading : place ? t.changeImage : t.chooseImage}
        </Button>
        {mediaId && (
          <Button size="sm" variant="quiet" icon="trash-2" onPress={() => onChange(null)}>
            {t.removeImage}
          </Button>
        )}
      </div>
      <p id={helpId} className="text-sm leading-5 text-muted">
        {t.imageHelp}
      </p>
      {shown && (
        <p role="alert" className="flex items-start gap-1.5 text-sm leading-5 text-danger-ink">
          <Icon name="circle-alert" size={16} className="mt-0.5" />
          {shown}
        </p>
      )}
    </div>
  );
}
