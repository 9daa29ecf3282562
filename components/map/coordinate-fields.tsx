"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import type { Point } from "@/lib/core/geo";
import { degrees, orient, readDegrees, readPair } from "./coordinates";
import { pickerLabels } from "./labels";

type Props = { value: Point | null; onChange: (point: Point | null) => void };

const textOf = (value: Point | null) => ({
  lat: value ? degrees(value.lat) : "",
  lng: value ? degrees(value.lng) : "",
});

/** Latitude and longitude as two fields; a pair pasted into either fills both. */
export function CoordinateFields({ value, onChange }: Props) {
  const [text, setText] = useState(textOf(value));
  const [given, setGiven] = useState(value);
  const [swapped, setSwapped] = useState(false);
  // The pin was moved elsewhere: the fields follow. What is being typed here stays as typed.
  if (value?.lat !== given?.lat || value?.lng !== given?.lng) {
    setGiven(value);
    setText(textOf(value));
    setSwapped(false);
  }

  const take = (next: { lat: string; lng: string }) => {
    setText(next);
    setSwapped(false);
    const lat = readDegrees(next.lat);
    const lng = readDegrees(next.lng);
    const read =
      readPair(next.lat) ?? readPair(next.lng) ?? (lat !== null && lng !== null ? orient(lat, lng) : null);
    if (!read) return;
    const turned = read.swapped || readPair(next.lat) !== null || readPair(next.lng) !== null;
    if (turned) setText(textOf(read.point));
    setSwapped(read.swapped);
    setGiven(read.point);
    onChange(read.point);
  };
  const problem = (typed: string, limit: number) => {
    if (typed.trim() === "" || readPair(typed)) return false;
    const read = readDegrees(typed);
    return read === null || Math.abs(read) > limit;
  };

  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
      <TextField
        label={pickerLabels.latitude}
        description={pickerLabels.latitudeHelp}
        value={text.lat}
        onChange={(lat) => take({ ...text, lat })}
        error={problem(text.lat, 90) ? pickerLabels.latitudeError : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextField
        label={pickerLabels.longitude}
        description={pickerLabels.longitudeHelp}
        value={text.lng}
        onChange={(lng) => take({ ...text, lng })}
        error={problem(text.lng, 180) ? pickerLabels.longitudeError : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
      {swapped && (
        <p role="status" className="col-span-full text-sm text-muted">
          {pickerLabels.swapped}
        </p>
      )}
    </div>
  );
}
