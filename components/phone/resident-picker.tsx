"use client";
import { useEffect, useId, useState } from "react";
import { TalkLook } from "@/components/line-preview/look";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { NewResident } from "@/lib/sandbox-client/act";
import type { ResidentsAnswer } from "@/lib/sandbox-client/schema";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { ResidentRow } from "./resident-row";
import { sandboxApi } from "./sandbox-api";

/** More would be a list nobody reads; a new resident is one tap away. */
const SHOWN = 40;
type Language = NonNullable<NewResident["language"]>;
const LANGUAGES = Object.keys(t.picker.languages) as Language[];

/** Whose phone is this? Those who wrote last come first. */
export function ResidentPicker({ onChoose }: { onChoose: (id: string) => void }) {
  const [answer, setAnswer] = useState<ResidentsAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let over = false;
    sandboxApi.residents().then(
      (given) => !over && setAnswer(given),
      () => !over && setFailed(true),
    );
    return () => {
      over = true;
    };
  }, []);
  const listed = (answer?.residents ?? [])
    .toSorted((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
    .slice(0, SHOWN);
  return (
    <TalkLook className={styles.screen}>
      <div className={styles.picker}>
        <h2>{t.picker.title}</h2>
        <AddResident onAdded={onChoose} />
        <section aria-label={t.picker.list} aria-busy={!answer && !failed}>
          <h3>{t.picker.list}</h3>
          {failed && (
            <p role="alert" className={styles.problem}>
              {t.picker.failed}
            </p>
          )}
          {answer && listed.length === 0 && <p className={styles.note}>{t.picker.empty}</p>}
          <ul className={styles.residents}>
            {listed.map((one) => (
              <ResidentRow key={one.id} resident={one} onChoose={onChoose} />
            ))}
          </ul>
          {answer && answer.total > listed.length && (
            <p className={styles.note}>{t.picker.more(listed.length, answer.total)}</p>
          )}
        </section>
      </div>
    </TalkLook>
  );
}

function AddResident({ onAdded }: { onAdded: (id: string) => void }) {
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<Language>("ja");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const languageId = useId();
  const add = async () => {
    setBusy(true);
    setFailed(false);
    try {
      onAdded(await sandboxApi.addResident({ name: name.trim(), language }));
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.addResident}
      aria-label={t.picker.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && !busy) add();
      }}
    >
      <TextField label={t.picker.name} value={name} onChange={setName} maxLength={20} autoComplete="off" />
      <label className={styles.nativeField} htmlFor={languageId}>
        <span>{t.picker.language}</span>
        <select
          id={languageId}
          value={language}
          onChange={(event) => setLanguage(LANGUAGES.find((one) => one === event.target.value) ?? "ja")}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t.picker.languages[one]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="primary" icon="user-plus" disabled={!name.trim()}>
        {busy ? t.sending : t.picker.submit}
      </Button>
      {failed && (
        <p role="alert" className={styles.problem}>
          {t.picker.failed}
        </p>
      )}
    </form>
  );
}
