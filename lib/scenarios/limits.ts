import { graphemes } from "@/lib/core/text";
import { type Problem, problem } from "./problem";
import type { LocalText, ScenarioDefinition, ScenarioStep } from "./schema";

/** LINE's limits, and ours below them where the engine adds words of its own. */
const LABEL_GRAPHEMES = 20;
const TEMPLATE_GRAPHEMES = 160;
/** A prompt, its notice and the list of options share one text of 5,000 UTF-16 units. */
const TEXT_UNITS = 1_500;
const QUESTION_UNITS = 4_500;

const LANGUAGES: Record<string, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "英語",
  zh: "中国語",
  ko: "韓国語",
};

function eachWording(text: LocalText, check: (words: string) => string | null): string[] {
  return Object.entries(text).flatMap(([language, words]) => {
    const found = words === undefined ? null : check(words);
    return found === null ? [] : [`${LANGUAGES[language] ?? language}: ${found}`];
  });
}

const asLabel = (words: string): string | null =>
  graphemes(words) > LABEL_GRAPHEMES ? `「${words}」は${LABEL_GRAPHEMES}文字までにしてください。` : null;
const asTemplate = (words: string): string | null =>
  graphemes(words) > TEMPLATE_GRAPHEMES ? `ボタンの文は${TEMPLATE_GRAPHEMES}文字までにしてください。` : null;
const asText = (words: string): string | null =>
  words.length > TEXT_UNITS ? `文が長すぎます（${words.length}文字。${TEXT_UNITS}文字まで）。` : null;

const longest = (text: LocalText | undefined): number =>
  text ? Math.max(...Object.values(text).map((words) => words?.length ?? 0)) : 0;

function stepWordings(step: ScenarioStep): {
  labels: LocalText[];
  templates: LocalText[];
  texts: LocalText[];
} {
  switch (step.kind) {
    case "confirm":
      return { labels: [], templates: [step.prompt], texts: [step.thanks] };
    case "stop":
      return { labels: [], templates: [], texts: [step.text] };
    default: {
      const texts = [step.prompt, ...(step.notice ? [step.notice] : [])];
      const labels = [step.label];
      if (step.kind === "choice" || step.kind === "band")
        labels.push(...step.options.map((option) => option.label));
      if (step.kind === "photo") {
        labels.push(...step.asks.map((ask) => ask.name));
        texts.push(...step.asks.map((ask) => ask.prompt));
      }
      if (step.kind === "place") texts.push(step.outside);
      return { labels, templates: [], texts };
    }
  }
}

function stepProblems(step: ScenarioStep): Problem[] {
  const { labels, templates, texts } = stepWordings(step);
  const found = [
    ...labels.flatMap((text) => eachWording(text, asLabel)),
    ...templates.flatMap((text) => eachWording(text, asTemplate)),
    ...texts.flatMap((text) => eachWording(text, asText)),
  ].map((message) => problem(step.id, message));
  if (step.kind === "choice" || step.kind === "band") {
    const list = step.options.reduce((sum, option) => sum + longest(option.label) + 5, 0);
    if (longest(step.prompt) + longest(step.notice) + list > QUESTION_UNITS) {
      found.push(problem(step.id, "質問と選択肢を合わせた文が、LINEの1通に入りません。"));
    }
  }
  return found;
}

/** Words that LINE would refuse because they are too long. Labels count in grapheme clusters, texts in UTF-16 units. */
export function limitProblems(definition: ScenarioDefinition): Problem[] {
  const titles = [definition.title, ...definition.shortcuts.map((one) => one.title)];
  return [
    ...titles.flatMap((text) => eachWording(text, asLabel)).map((message) => problem(null, message)),
    ...eachWording(definition.opening, asText).map((message) => problem(null, message)),
    ...definition.steps.flatMap(stepProblems),
  ];
}
