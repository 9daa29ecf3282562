"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tabs } from "@/components/ui/tabs";
import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import type { Problem } from "@/lib/broadcasts/check";
import { type Content, wordingFor, writtenIn } from "@/lib/broadcasts/content";
import type { MediaPlaces } from "@/lib/media/place";
import { composerLabels as t, WORDING_SHORT } from "../labels";
import { BlocksEditor } from "./blocks-editor";
import type { NewPlace } from "./media-field";

type Props = {
  kind: BroadcastKind;
  content: Content;
  problems: readonly Problem[];
  asked: boolean;
  places: MediaPlaces;
  onPlace: NewPlace;
  selected: Spoken;
  onSelect: (spoken: Spoken) => void;
  onChange: (content: Content) => void;
};

/** One tab a language. What is not written says which wording its readers get instead. */
export function Wordings({ content, selected, onSelect, onChange, ...rest }: Props) {
  const written = writtenIn(content);
  const set = (spoken: Spoken, blocks: Content["variants"]["en"]) =>
    onChange({ variants: { ...content.variants, [spoken]: blocks } });
  return (
    <Tabs
      label={t.languages}
      selected={selected}
      onSelect={(id) => onSelect(id as Spoken)}
      items={SPOKEN.map((spoken) => {
        const wrong = rest.asked && rest.problems.some((p) => p.spoken === spoken);
        const has = spoken === "ja" || written.includes(spoken);
        return {
          id: spoken,
          label: (
            <>
              <span lang={spoken === "easy" ? "ja" : spoken}>{WORDING_SHORT[spoken]}</span>
              {wrong && <Icon name="circle-alert" size={16} className="text-danger-ink" />}
              {!has && <span className="text-xs text-subtle">{t.missing}</span>}
            </>
          ),
          content: has ? (
            <div className="flex flex-col gap-4">
              <BlocksEditor
                {...rest}
                spoken={spoken}
                blocks={content.variants[spoken] ?? []}
                onChange={(blocks) => set(spoken, blocks)}
              />
              {spoken !== "ja" && (
                <Button
                  size="sm"
                  variant="quiet"
                  icon="trash-2"
                  className="self-end"
                  onPress={() => set(spoken, undefined)}
                >
                  {t.removeWording}
                </Button>
              )}
            </div>
          ) : (
            <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-control p-5">
              <p className="text-muted">
                {t.fallback(WORDING_SHORT[spoken], WORDING_SHORT[wordingFor(content, spoken)])}
              </p>
              <Button icon="copy" onPress={() => set(spoken, structuredClone(content.variants.ja))}>
                {t.copyJapanese}
              </Button>
            </div>
          ),
        };
      })}
    />
  );
}
