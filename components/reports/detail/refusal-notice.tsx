"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { statusFormLabels as t } from "./labels";
import type { Save } from "./use-save";

/** Why a save did not work, and after a conflict the way on. Nothing that was typed is lost. */
export function RefusalNotice({ save }: { save: Save }) {
  const { refusal } = save;
  if (!refusal) return null;
  const conflict = refusal.reason === "conflict";
  const details = Object.values(refusal.fields).flat();
  return (
    <Notice
      tone={conflict ? "warning" : "danger"}
      live="alert"
      title={conflict ? t.conflict : t.failed}
      action={
        refusal.reason === "unauthenticated" ? (
          <a
            href="/sign-in"
            target="_blank"
            rel="noreferrer"
            className="text-link underline underline-offset-3"
          >
            {t.signInAgain}
          </a>
        ) : (
          conflict && (
            <Button size="sm" pending={save.behind} onPress={save.beginFromLatest}>
              {t.continueWithLatest}
            </Button>
          )
        )
      }
    >
      {details.length > 0 ? details.join(" ") : refusal.message}
    </Notice>
  );
}
