"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { htmlLanguage } from "@/components/ui/html-language";
import { Notice } from "@/components/ui/notice";
import { enterSettingsAction } from "@/lib/preferences/page/actions";
import type { Language } from "@/lib/scenarios/language";
import { languageOf } from "@/lib/scenarios/language";
import { settingsLabel } from "./labels";
import { forgetLiffToken, liffIdToken, mockIdToken } from "./liff";

type Props = {
  liffId: string;
  mock: boolean;
  /** The resident whose phone opened the page; in a demo only. */
  residentId: string | null;
};
type State = "opening" | "refused" | "unavailable";

async function enter({ liffId, mock, residentId }: Props): Promise<"in" | "leaving" | State> {
  const idToken = mock ? residentId && (await mockIdToken(liffId, residentId)) : await liffIdToken(liffId);
  if (!idToken) return mock ? "refused" : "leaving";
  const answer = await enterSettingsAction({ idToken });
  if (answer.ok) return "in";
  if (answer.reason !== "refused") return "unavailable";
  if (!mock) await forgetLiffToken();
  return "refused";
}

/** Finds out who opened the page, by LIFF, and goes on to their settings. */
export function Entry(props: Props) {
  const router = useRouter();
  const started = useRef(false);
  const [state, setState] = useState<State>("opening");
  const [language, setLanguage] = useState<Language>("ja");

  useEffect(() => {
    if (started.current) return; // a second run would use up a second token
    started.current = true;
    setLanguage(languageOf(navigator.language));
    enter(props)
      .then((came) => {
        if (came === "in") router.replace("/settings/mine");
        else if (came !== "leaving") setState(came);
      })
      .catch(() => setState("unavailable"));
  }, [props, router]);

  return (
    <div lang={htmlLanguage(language)} className="text-lg leading-8">
      {state === "opening" ? (
        <p role="status">{settingsLabel("opening", language)}</p>
      ) : (
        <Notice tone="danger" live="alert">
          {settingsLabel(state, language)}
        </Notice>
      )}
    </div>
  );
}
