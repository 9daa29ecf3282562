"use client";
import { useMemo, useState } from "react";
import { openSketch } from "@/components/map/open-sketch";
import { PlacePicker } from "@/components/map/place-picker";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Point } from "@/lib/core/geo";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { addressOf, nameOf, shortcuts } from "./place-names";
import { Sheet } from "./sheet";
import type { Town } from "./town";

type SentPlace = { title?: string; address?: string; latitude: number; longitude: number };
type Props = { town: Town; onClose: () => void; onSend: (place: SentPlace) => Promise<boolean> };

/** A place with name and address, as the platform hands it on. */
export function PlaceSheet({ town, onClose, onSend }: Props) {
  const sketch = town.sketch === null ? null : openSketch(town.sketch);
  const choices = useMemo(() => (sketch ? shortcuts(sketch) : []), [sketch]);
  const [point, setPoint] = useState<Point | null>(sketch?.center ?? null);
  const [title, setTitle] = useState(sketch ? nameOf(sketch, sketch.center) : "");
  const [address, setAddress] = useState(sketch ? addressOf(sketch, sketch.center) : "");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const move = (next: Point | null) => {
    setPoint(next);
    if (!next || !sketch) return;
    setTitle(nameOf(sketch, next));
    setAddress(addressOf(sketch, next));
  };
  const send = async () => {
    if (!point) return setProblem(t.places.needPoint);
    setBusy(true);
    const place = { title: title.trim() || undefined, address: address.trim() || undefined };
    if (await onSend({ ...place, latitude: point.lat, longitude: point.lng })) return;
    setBusy(false);
    setProblem(t.notSent);
  };

  return (
    <Sheet
      title={t.place}
      onClose={onClose}
      footer={
        <Button variant="primary" className="w-full" onPress={() => busy || send()}>
          {busy ? t.sending : t.places.send}
        </Button>
      }
    >
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {choices.length > 0 && (
        <fieldset className={styles.chips}>
          <legend>{t.places.shortcuts}</legend>
          {choices.map((choice) => (
            <button
              key={choice.name}
              type="button"
              className={styles.chip}
              onClick={() => {
                setPoint(choice.at);
                setTitle(choice.name);
                setAddress(choice.address);
              }}
            >
              {choice.name}
            </button>
          ))}
        </fieldset>
      )}
      {town.sketch !== null && (
        <PlacePicker
          value={point}
          onChange={move}
          sketch={town.sketch}
          tiles={town.tiles}
          label={t.places.map}
          className={styles.pickerMap}
          compact
        />
      )}
      <div className={styles.fields}>
        <TextField
          label={t.places.title}
          value={title}
          onChange={setTitle}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          label={t.places.address}
          value={address}
          onChange={setAddress}
          maxLength={100}
          autoComplete="off"
        />
      </div>
    </Sheet>
  );
}
