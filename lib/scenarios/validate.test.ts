import { describe, expect, it } from "vitest";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { musashino } from "@/lib/presets/musashino/city";
import type { ScenarioDefinition, ScenarioStep } from "./schema";
import { validateScenario } from "./validate";

const ja = (text: string) => ({ ja: text });
const around = {
  categories: [
    { key: "road", parentKey: null },
    { key: "road-hole", parentKey: "road" },
    { key: "park", parentKey: null },
    { key: "park-play", parentKey: "park" },
  ],
  phoneKeys: ["duty"],
};
const question = (id: string) => ({ id, label: ja(id), prompt: ja("どれですか") });

/** Small and whole: each case below breaks one thing of it. */
function whole(): ScenarioDefinition {
  return {
    key: "report",
    title: ja("市民レポート"),
    opening: ja("はじめます"),
    triggers: ["通報"],
    shortcuts: [{ key: "road", title: ja("道路"), triggers: ["道路"], answers: { kind: "road" } }],
    start: "danger",
    requires: { road: ["place", "photo"] },
    steps: [
      {
        kind: "choice",
        ...question("danger"),
        options: [
          { key: "yes", label: ja("はい"), next: "urgent" },
          { key: "no", label: ja("いいえ"), next: "kind" },
        ],
      },
      { kind: "stop", id: "urgent", text: ja("電話してください"), phones: ["duty"], reason: "urgent" },
      {
        kind: "choice",
        ...question("kind"),
        options: [{ key: "road", label: ja("道路"), next: "item", category: "road" }],
      },
      {
        kind: "choice",
        ...question("item"),
        options: [{ key: "hole", label: ja("穴"), next: "photo", category: "road-hole" }],
      },
      {
        kind: "photo",
        ...question("photo"),
        asks: [{ label: "near", name: ja("近く"), prompt: ja("近くから") }],
        max: 3,
        next: "place",
      },
      { kind: "place", ...question("place"), required: true, outside: ja("市の外です"), next: "confirm" },
      { kind: "confirm", id: "confirm", prompt: ja("送りますか"), thanks: ja("ありがとう") },
    ],
  };
}

type Options = Extract<ScenarioStep, { kind: "choice" }>["options"];
const stepOf = (definition: ScenarioDefinition, id: string): ScenarioStep => {
  const step = definition.steps.find((one) => one.id === id);
  if (!step) throw new Error(id);
  return step;
};
const optionsOf = (definition: ScenarioDefinition, id: string): Options => {
  const step = stepOf(definition, id);
  return step.kind === "choice" ? step.options : [];
};
const check = (change: (definition: ScenarioDefinition) => void) => {
  const definition = whole();
  change(definition);
  return validateScenario(definition, around);
};

describe("a whole scenario", () => {
  it("has no problem", () => expect(check(() => {})).toEqual([]));

  it.each([kumamoto, musashino])("$profile.name's neither", (city) => {
    for (const definition of city.scenarios) {
      const phoneKeys = city.profile.phones.map((phone) => phone.key);
      expect(validateScenario(definition, { categories: city.categories, phoneKeys })).toEqual([]);
    }
  });
});

describe("what must not be published", () => {
  const cases: [string, string | null, RegExp, (definition: ScenarioDefinition) => void][] = [
    ["no shape", null, /形が正しくありません/, (d) => Object.assign(d, { steps: "none" })],
    [
      "a key that could not travel",
      null,
      /形が正しくありません/,
      (d) => Object.assign(d, { key: "Über uns" }),
    ],
    ["a start that is not there", null, /最初のステップ/, (d) => Object.assign(d, { start: "nowhere" })],
    [
      "a next that is not there",
      "place",
      /次のステップ「gone」/,
      (d) => Object.assign(stepOf(d, "place"), { next: "gone" }),
    ],
    [
      "an option that leads nowhere",
      "danger",
      /次のステップ「gone」/,
      (d) => Object.assign(optionsOf(d, "danger")[0] ?? {}, { next: "gone" }),
    ],
    ["the same id twice", "confirm", /2つあります/, (d) => d.steps.push(stepOf(d, "confirm"))],
    [
      "an unreachable step",
      "lonely",
      /どこからも来られない/,
      (d) => d.steps.push({ kind: "stop", id: "lonely", text: ja("x"), phones: [], reason: "elsewhere" }),
    ],
    ["a circle", "item", /終わりません/, (d) => Object.assign(stepOf(d, "place"), { next: "item" })],
    [
      "a step that asks itself",
      "place",
      /終わりません/,
      (d) => Object.assign(stepOf(d, "place"), { next: "place" }),
    ],
    ["no way to send", null, /送るところまで/, (d) => Object.assign(stepOf(d, "place"), { next: "urgent" })],
    [
      "no urgent branch",
      null,
      /緊急のとき/,
      (d) => Object.assign(stepOf(d, "urgent"), { reason: "elsewhere" }),
    ],
    [
      "an urgent stop without a phone",
      "urgent",
      /電話番号が要ります/,
      (d) => Object.assign(stepOf(d, "urgent"), { phones: [] }),
    ],
    [
      "a phone the city has not",
      "urgent",
      /電話「night」/,
      (d) => Object.assign(stepOf(d, "urgent"), { phones: ["night"] }),
    ],
    [
      "an unknown category",
      "item",
      /分類「road-x」がありません/,
      (d) => Object.assign(optionsOf(d, "item")[0] ?? {}, { category: "road-x" }),
    ],
    [
      "a subcategory of another branch",
      "confirm",
      /「park-play」は「road」の中/,
      (d) => Object.assign(optionsOf(d, "item")[0] ?? {}, { category: "park-play" }),
    ],
    [
      "a way without a category",
      "confirm",
      /分類が決まらない/,
      (d) => optionsOf(d, "kind").push({ key: "other", label: ja("その他"), next: "photo" }),
    ],
    [
      "a subcategory in the place of a category",
      "confirm",
      /大きな分類ではありません/,
      (d) => Object.assign(optionsOf(d, "kind")[0] ?? {}, { category: "road-hole" }),
    ],
    [
      "a branch that leaves its required step out",
      "confirm",
      /場所をきかない道/,
      (d) => optionsOf(d, "item").push({ key: "quick", label: ja("急ぎ"), next: "confirm" }),
    ],
    [
      "a required branch that is not there",
      null,
      /分類「park」で送られる道/,
      (d) => Object.assign(d.requires, { park: ["place"] }),
    ],
    [
      "two places on one way",
      "confirm",
      /場所を2回/,
      (d) => {
        Object.assign(stepOf(d, "place"), { next: "place-two" });
        d.steps.push({
          kind: "place",
          ...question("place-two"),
          required: false,
          outside: ja("外"),
          next: "confirm",
        });
      },
    ],
    [
      "the same option key twice",
      "danger",
      /選択肢「yes」が2つ/,
      (d) => optionsOf(d, "danger").push({ key: "yes", label: ja("たぶん"), next: "kind" }),
    ],
    [
      "two options that sound the same",
      "danger",
      /どの選択肢か決まりません/,
      (d) => optionsOf(d, "danger").push({ key: "sure", label: ja("ハイ"), next: "kind" }),
    ],
    [
      "an option named like a button",
      "danger",
      /ボタンの名前/,
      (d) => optionsOf(d, "danger").push({ key: "back", label: ja("もどる"), next: "kind", also: ["戻る"] }),
    ],
    [
      "a label of 21",
      "danger",
      /20文字まで/,
      (d) => Object.assign(optionsOf(d, "danger")[0] ?? {}, { label: ja("あ".repeat(21)) }),
    ],
    [
      "a label too long in another language",
      "danger",
      /英語/,
      (d) => Object.assign(optionsOf(d, "danger")[0] ?? {}, { label: { ja: "はい", en: "y".repeat(21) } }),
    ],
    [
      "a summary label of 21",
      "place",
      /20文字まで/,
      (d) => Object.assign(stepOf(d, "place"), { label: ja("あ".repeat(21)) }),
    ],
    [
      "a button text of 161",
      "confirm",
      /160文字まで/,
      (d) => Object.assign(stepOf(d, "confirm"), { prompt: ja("あ".repeat(161)) }),
    ],
    [
      "a prompt of 1501",
      "place",
      /文が長すぎます/,
      (d) => Object.assign(stepOf(d, "place"), { prompt: ja("あ".repeat(1501)) }),
    ],
    ["a title of 21", null, /20文字まで/, (d) => Object.assign(d, { title: ja("あ".repeat(21)) })],
    [
      "a shortcut to an answer that is not there",
      null,
      /近道「road」の答え/,
      (d) => Object.assign(d.shortcuts[0]?.answers ?? {}, { kind: "moon" }),
    ],
    [
      "a shortcut past the first question",
      null,
      /最初の質問を飛ばせません/,
      (d) => Object.assign(d.shortcuts[0]?.answers ?? {}, { danger: "yes" }),
    ],
    [
      "a word that starts two things",
      null,
      /始める言葉「通報」/,
      (d) => d.shortcuts[0]?.triggers.push("通報"),
    ],
  ];

  it.each(cases)("%s", (_, stepId, message, change) => {
    const found = check(change);
    expect(
      found.some((one) => one.stepId === stepId && message.test(one.message)),
      JSON.stringify(found),
    ).toBe(true);
  });

  it("family emoji count as one, as LINE counts them", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(
      check((d) => Object.assign(optionsOf(d, "danger")[0] ?? {}, { label: ja(family.repeat(20)) })),
    ).toEqual([]);
  });
});
