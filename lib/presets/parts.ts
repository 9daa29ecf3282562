import type { LocalText, ScenarioOption, ScenarioStep, StepKind, StepOf } from "@/lib/scenarios/schema";
import type { PresetCategory } from "./types";

/** Words in Japanese, and in English and やさしい日本語 where we have them. */
export const words = (ja: string, en?: string, easy?: string): LocalText => ({
  ja,
  ...(en ? { en } : {}),
  ...(easy ? { easy } : {}),
});

/** Words in all five languages. */
export const five = (ja: string, easy: string, en: string, zh: string, ko: string): LocalText => ({
  ja,
  easy,
  en,
  zh,
  ko,
});

type OptionExtras = { en?: string; category?: string; also?: string[] };

/** An option: key, label, where it leads. */
export function option(key: string, label: string, next: string, extras: OptionExtras = {}): ScenarioOption {
  return {
    key,
    label: words(label, extras.en),
    next,
    ...(extras.category ? { category: extras.category } : {}),
    ...(extras.also ? { also: extras.also } : {}),
  };
}

type Question = { id: string; label: LocalText; prompt: LocalText; notice?: LocalText };

export const choice = (question: Question, options: ScenarioOption[]): StepOf<"choice"> => ({
  kind: "choice",
  ...question,
  options,
});

const FACES = words(
  "人の顔、表札、車のナンバーが写らないようにお願いします。",
  "Please keep faces, name plates and car numbers out of the picture.",
  "人の顔や 車の番号は とらないでください。",
);

/** One photo from near, one from further off, then more; each can be left out. */
export const nearAndFar = (id: string, next: string, notice: LocalText = FACES): StepOf<"photo"> => ({
  kind: "photo",
  id,
  label: words("写真", "Photos"),
  prompt: words(
    "写真があると、現場を早く見つけられます。なくても通報できます。",
    "Photos help us find the spot. You can also report without one.",
    "しゃしんを 送ってください。なくても いいです。",
  ),
  notice,
  asks: [
    {
      label: "near",
      name: words("近くから", "Close up"),
      prompt: words(
        "まず、近くから1枚お願いします。",
        "First, one photo from close up.",
        "はじめに 近くから 1まい とってください。",
      ),
    },
    {
      label: "far",
      name: words("離れて", "From further off"),
      prompt: words(
        "次に、まわりの様子がわかるように少し離れて1枚お願いします。なければ「次へ進む」を押してください。",
        "Next, one from a little further off that shows the surroundings. Or press Next.",
        "つぎに すこし 離れて 1まい とってください。なければ「つぎへ進む」を おしてください。",
      ),
    },
  ],
  max: 5,
  next,
});

/** A single photo of one thing, such as a lamp's plate. */
export const onePhoto = (
  id: string,
  next: string,
  of: { key: string; label: LocalText; prompt: LocalText; ask: LocalText },
): StepOf<"photo"> => ({
  kind: "photo",
  id,
  label: of.label,
  prompt: of.prompt,
  asks: [{ label: of.key, name: of.label, prompt: of.ask }],
  max: 2,
  next,
});

export const place = (id: string, next: string, prompt: LocalText, outside: LocalText): StepOf<"place"> => ({
  kind: "place",
  id,
  label: words("場所", "Place"),
  prompt,
  notice: words(
    "住所や近くの目印を文字で送っても大丈夫です。個人の家の名前は書かないでください。",
    "You can also type an address or a landmark. Please leave out the names of people.",
    "住所や 近くの 建物の 名前を 書いても いいです。",
  ),
  required: true,
  outside,
  next,
});

export const when = (id: string, next: string, prompt: LocalText, required = true): StepOf<"when"> => ({
  kind: "when",
  id,
  label: words("見つけた日時", "Noticed"),
  prompt,
  notice: words(
    "「きのうの夜9時」「11/22 23:40」のように書いても大丈夫です。",
    "You can also type it, like 11/22 23:40.",
    "「きのう 9時」のように 書いても いいです。",
  ),
  required,
  next,
});

export const date = (id: string, next: string, prompt: LocalText): StepOf<"date"> => ({
  kind: "date",
  id,
  label: words("見つけた日", "Date"),
  prompt,
  required: true,
  next,
});

const NO_NAMES = words(
  "お名前、電話番号、車のナンバーは書かないでください。",
  "Please do not write names, phone numbers or car numbers.",
  "名前や 電話番号は 書かないでください。",
);

/** The resident's own words, up to 200 characters. */
export const remarks = (
  id: string,
  next: string,
  prompt: LocalText,
  required: boolean,
  label: LocalText = words("状況", "Details"),
): StepOf<"text"> => ({
  kind: "text",
  id,
  label,
  prompt,
  notice: NO_NAMES,
  required,
  maxLength: 200,
  body: true,
  next,
});

/** A short name of something: kept with the answers, not with the resident's own words. */
export const shortName = (id: string, next: string, label: LocalText, prompt: LocalText): StepOf<"text"> => ({
  kind: "text",
  id,
  label,
  prompt,
  required: false,
  maxLength: 40,
  body: false,
  next,
});

export const stop = (
  id: string,
  reason: "urgent" | "elsewhere",
  text: LocalText,
  phones: string[],
): StepOf<"stop"> => ({ kind: "stop", id, reason, text, phones });

/** Steps that a walk through a branch may not leave out. */
export const requires = (...kinds: StepKind[]): StepKind[] => kinds;

/** Steps of all branches in one list. */
export const steps = (...parts: (ScenarioStep | ScenarioStep[])[]): ScenarioStep[] => parts.flat();

/** Categories under one: `road-hole` under `road`. */
export const childrenOf = (parentKey: string, rows: [string, string, string][]): PresetCategory[] =>
  rows.map(([key, label, icon]) => ({ key: `${parentKey}-${key}`, parentKey, label, icon }));
