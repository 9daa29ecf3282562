"use client";

import { Button } from "@/components/ui/button";
import { htmlLanguage } from "@/components/ui/html-language";
import { Notice } from "@/components/ui/notice";
import { spokenOf } from "@/lib/preferences/choices";
import { WORDS } from "@/lib/preferences/messages";
import { askedOf, type Question } from "@/lib/preferences/offer";
import type { SingleKey } from "@/lib/preferences/operation";
import type { SettingsView } from "@/lib/preferences/page/loaders";
import { type Language, say } from "@/lib/scenarios/language";
import { settingsLabel } from "./labels";
import { InterestsField, SingleField } from "./question-field";
import { type Said, useSettings } from "./use-settings";

const PARTS = { age_band: "age_band", gender: "gender", area: "area", language: "spoken" } as const;

/** A resident's settings: every press is saved at once. */
export function SettingsScreen({ mark, offer, mine: given, cityName, disclaimer }: SettingsView) {
  const { mine, said, isOver, save } = useSettings(mark, given);
  const language = spokenOf(mine);
  const single = (question: Question, key: SingleKey) => (
    <SingleField
      key={key}
      question={question}
      offer={offer}
      language={language}
      value={mine[PARTS[key]]}
      disabled={isOver}
      onChange={(value) => save(PARTS[key], value)}
    />
  );
  return (
    <div lang={htmlLanguage(language)} className="flex flex-col gap-8">
      <header>
        <p className="text-base text-muted">{cityName}</p>
        <h1 className="text-2xl font-bold leading-9">{say(WORDS.title, language)}</h1>
        <p className="mt-1 text-base leading-7 text-muted">{settingsLabel("lead", language)}</p>
      </header>
      <SaidLine said={said} language={language} isOver={isOver} />
      {askedOf(offer).map((question) =>
        question.key === "interests" ? (
          <InterestsField
            key="interests"
            question={question}
            interests={offer.interests}
            language={language}
            chosen={mine.interests}
            disabled={isOver}
            onChange={(bit, on) => save(`interest:${bit}`, on ? 1 : 0)}
          />
        ) : (
          single(question, question.key)
        ),
      )}
      <StopPanel
        language={language}
        stopped={mine.stopped === 1}
        disabled={isOver}
        onChange={(stopped) => save("stopped", stopped ? 1 : 0)}
      />
      {disclaimer && <p className="text-sm leading-6 text-muted">{disclaimer}</p>}
    </div>
  );
}

/** Stays in sight while one scrolls through the questions. */
function SaidLine({ said, language, isOver }: { said: Said; language: Language; isOver: boolean }) {
  const text = said ? settingsLabel(said.label, language) : "";
  return (
    <div
      className="sticky top-0 z-10 -mx-4 bg-page px-4 py-2"
      role={said?.tone === "wrong" ? "alert" : "status"}
    >
      {said?.tone === "wrong" ? (
        <Notice
          tone="danger"
          action={
            isOver && (
              <a href="/settings" className="inline-flex min-h-11 items-center font-bold text-link underline">
                {settingsLabel("again", language)}
              </a>
            )
          }
        >
          {text}
        </Notice>
      ) : (
        <p className="min-h-6 text-base leading-6 text-muted">{text}</p>
      )}
    </div>
  );
}

type StopProps = {
  language: Language;
  stopped: boolean;
  disabled: boolean;
  onChange: (stopped: boolean) => void;
};

function StopPanel({ language, stopped, disabled, onChange }: StopProps) {
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-xl font-bold leading-8">{settingsLabel("stopTitle", language)}</h2>
      {stopped ? (
        <Notice tone="warning">{say(WORDS.isStopped, language)}</Notice>
      ) : (
        <p className="text-base leading-7">{settingsLabel("stopText", language)}</p>
      )}
      <Button
        variant={stopped ? "primary" : "secondary"}
        className="min-h-14 text-lg"
        disabled={disabled}
        onPress={() => onChange(!stopped)}
      >
        {say(stopped ? WORDS.resume : WORDS.stop, language)}
      </Button>
    </section>
  );
}
