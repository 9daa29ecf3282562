"use client";
import { ImagePlus, X } from "lucide-react";
import { type ChangeEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from "@/lib/sandbox-client/act";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { SAMPLE_PHOTOS, sampleAddress } from "./samples";
import { Sheet } from "./sheet";

type Photo = { name: string; blob: Blob };
type Props = { onClose: () => void; onSend: (photos: Photo[]) => Promise<boolean> };

/** Photos from the device, or samples; several at once go as one set, as from a phone. */
export function PhotoSheet({ onClose, onSend }: Props) {
  const [samples, setSamples] = useState<string[]>([]);
  const [files, setFiles] = useState<File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const count = samples.length + files.length;

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const given = [...(event.target.files ?? [])];
    event.target.value = "";
    if (given.some((file) => file.size > MAX_PHOTO_BYTES))
      return setProblem(t.photos.tooLarge(MAX_PHOTO_BYTES / 1024 ** 2));
    setProblem(null);
    setFiles((now) => [...now, ...given]);
  };
  const send = async () => {
    if (count > MAX_PHOTOS) return setProblem(t.photos.tooMany(MAX_PHOTOS));
    setBusy(true);
    const drawn = await Promise.all(
      samples.map(async (file) => ({ name: file, blob: await (await fetch(sampleAddress(file))).blob() })),
    ).catch(() => null);
    const sent =
      drawn !== null && (await onSend([...drawn, ...files.map((file) => ({ name: file.name, blob: file }))]));
    if (!sent) {
      setBusy(false);
      setProblem(t.notSent);
    }
  };

  return (
    <Sheet
      title={t.photo}
      onClose={onClose}
      footer={
        <Button variant="primary" className="w-full" disabled={count === 0} onPress={() => busy || send()}>
          {busy ? t.sending : t.photos.send(count)}
        </Button>
      }
    >
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <label className={styles.fileBox}>
        <ImagePlus aria-hidden size={22} />
        <span>{t.photos.own}</span>
        <input type="file" accept="image/*" multiple onChange={choose} />
      </label>
      {files.length > 0 && (
        <ul className={styles.fileList}>
          {files.map((file, index) => (
            <FileRow
              key={`${file.name}-${file.lastModified}-${file.size}`}
              file={file}
              onRemove={() => setFiles((now) => now.filter((_, i) => i !== index))}
            />
          ))}
        </ul>
      )}
      <fieldset className={styles.samples}>
        <legend>{t.photos.samples}</legend>
        <div className={styles.sampleGrid}>
          {SAMPLE_PHOTOS.map(({ file, label }) => (
            <label key={file} className={styles.sample}>
              <input
                type="checkbox"
                checked={samples.includes(file)}
                onChange={(event) =>
                  setSamples((now) =>
                    event.target.checked ? [...now, file] : now.filter((one) => one !== file),
                  )
                }
              />
              <img src={sampleAddress(file)} alt="" loading="lazy" width={160} height={120} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status" className={styles.srOnly}>
        {count > 0 ? t.photos.chosen(count) : ""}
      </p>
    </Sheet>
  );
}

function FileRow({ file, onRemove }: { file: File; onRemove: () => void }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <li>
      {address && <img src={address} alt="" />}
      <span>{file.name}</span>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={t.photos.remove(file.name)}
        onClick={onRemove}
      >
        <X aria-hidden size={18} />
      </button>
    </li>
  );
}
