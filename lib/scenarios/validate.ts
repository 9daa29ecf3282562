import { fold } from "./fold";
import { circling, endings, exits, reachable, stepsById } from "./graph";
import { everyWording } from "./language";
import { limitProblems } from "./limits";
import { type Problem, problem } from "./problem";
import {
  type ScenarioDefinition,
  type ScenarioOption,
  type ScenarioStep,
  type StepKind,
  scenarioDefinition,
} from "./schema";

/** What a scenario may refer to. `parentKey` null: a top category. */
export type Surroundings = { categories: { key: string; parentKey: string | null }[]; phoneKeys: string[] };

/** The buttons of the engine that typed words name: an option may not take their place. */
const RESERVED = ["戻る", "やめる", "次の候補", "前の候補"].map(fold);

const KIND_NAMES: Record<StepKind, string> = {
  choice: "選択",
  band: "時間帯",
  photo: "写真",
  place: "場所",
  when: "日時",
  date: "日付",
  text: "文章",
  confirm: "確認",
  stop: "案内して終了",
};

const twice = <T>(items: T[]): T[] => items.filter((item, i) => items.indexOf(item) !== i);

function optionProblems(stepId: string, options: ScenarioOption[]): Problem[] {
  const names = options.flatMap((option) => [
    ...new Set([...everyWording(option.label), ...(option.also ?? [])].map(fold)),
  ]);
  return [
    ...twice(options.map((option) => option.key)).map((key) =>
      problem(stepId, `選択肢「${key}」が2つあります。`),
    ),
    ...[...new Set(twice(names))].map((name) =>
      problem(stepId, `「${name}」と書かれたとき、どの選択肢か決まりません。`),
    ),
    ...names
      .filter((name) => RESERVED.includes(name))
      .map((name) => problem(stepId, `「${name}」はボタンの名前なので、選択肢には使えません。`)),
  ];
}

/** Without these no walk can be followed. */
function linkProblems(definition: ScenarioDefinition): Problem[] {
  const steps = stepsById(definition);
  return [
    ...twice(definition.steps.map((step) => step.id)).map((id) =>
      problem(id, `ステップ「${id}」が2つあります。`),
    ),
    ...(steps.has(definition.start)
      ? []
      : [problem(null, `最初のステップ「${definition.start}」がありません。`)]),
    ...definition.steps.flatMap((step) =>
      exits(step)
        .filter((exit) => !steps.has(exit.next))
        .map((exit) => problem(step.id, `次のステップ「${exit.next}」がありません。`)),
    ),
    ...circling(definition).map((id) => problem(id, "同じステップに戻ってしまい、終わりません。")),
  ];
}

function lonelyProblems(definition: ScenarioDefinition): Problem[] {
  const seen = reachable(definition);
  const lonely = definition.steps.filter((step) => !seen.has(step.id));
  return lonely.map((step) => problem(step.id, "どこからも来られないステップです。"));
}

function stepProblems(step: ScenarioStep, around: Surroundings): Problem[] {
  if (step.kind === "choice" || step.kind === "band") {
    const unknown = step.options.filter(
      (option) => option.category && !around.categories.some((one) => one.key === option.category),
    );
    return [
      ...optionProblems(step.id, step.options),
      ...unknown.map((option) => problem(step.id, `分類「${option.category}」がありません。`)),
    ];
  }
  if (step.kind !== "stop") return [];
  return [
    ...step.phones
      .filter((key) => !around.phoneKeys.includes(key))
      .map((key) => problem(step.id, `電話「${key}」が市の設定にありません。`)),
    ...(step.reason === "urgent" && step.phones.length === 0
      ? [problem(step.id, "緊急の案内には電話番号が要ります。")]
      : []),
  ];
}

/** Everything that follows from the ways through the scenario. Needs links that are whole. */
function passageProblems(definition: ScenarioDefinition, around: Surroundings): Problem[] {
  const kindOf = new Map(definition.steps.map((step) => [step.id, step.kind]));
  const ends = endings(definition);
  const sent = ends.filter((end) => kindOf.get(end.stepId) === "confirm");
  const found: Problem[] = sent.length === 0 ? [problem(null, "送るところまで進める道がありません。")] : [];
  if (!definition.steps.some((step) => step.kind === "stop" && step.reason === "urgent")) {
    found.push(problem(null, "緊急のときに電話を案内する分岐がありません。"));
  }
  for (const { stepId, first, last, kinds } of sent) {
    const top = around.categories.find((one) => one.key === first);
    const sub = around.categories.find((one) => one.key === last);
    if (!first) found.push(problem(stepId, "分類が決まらないまま送られる道があります。"));
    else if (top && top.parentKey !== null)
      found.push(problem(stepId, `「${first}」は大きな分類ではありません。`));
    else if (sub && last !== first && sub.parentKey !== first) {
      found.push(problem(stepId, `「${last}」は「${first}」の中の分類ではありません。`));
    }
    if ((kinds.place ?? 0) > 1) found.push(problem(stepId, "場所を2回きく道があります。"));
    for (const kind of (first && definition.requires[first]) || []) {
      if (!kinds[kind])
        found.push(problem(stepId, `「${first}」に、${KIND_NAMES[kind]}をきかない道があります。`));
    }
  }
  for (const key of Object.keys(definition.requires)) {
    if (!sent.some((end) => end.first === key))
      found.push(problem(null, `分類「${key}」で送られる道がありません。`));
  }
  return found;
}

function shortcutProblems(definition: ScenarioDefinition): Problem[] {
  const steps = stepsById(definition);
  const wrong = definition.shortcuts.flatMap((shortcut) => {
    const bad = Object.entries(shortcut.answers).some(([id, value]) => {
      const step = steps.get(id);
      return step?.kind !== "choice" || !step.options.some((option) => option.key === value);
    });
    // The first step must still be asked, or the talk could be over before it began.
    const skipsStart = Object.hasOwn(shortcut.answers, definition.start);
    return [
      ...(bad ? [problem(null, `近道「${shortcut.key}」の答えに合う選択肢がありません。`)] : []),
      ...(skipsStart ? [problem(null, `近道「${shortcut.key}」は最初の質問を飛ばせません。`)] : []),
    ];
  });
  const triggers = [definition.triggers, ...definition.shortcuts.map((one) => one.triggers)];
  const same = twice(triggers.flatMap((list) => [...new Set(list.map(fold))]));
  return [
    ...twice(definition.shortcuts.map((one) => one.key)).map((key) =>
      problem(null, `近道「${key}」が2つあります。`),
    ),
    ...wrong,
    ...same.map((word) => problem(null, `始める言葉「${word}」が2か所にあります。`)),
  ];
}

const unique = (problems: Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.stepId}\n${one.message}`, one])).values(),
];

/** Everything wrong with a definition of unknown shape; empty: it can be published. */
export function validateScenario(raw: unknown, around: Surroundings): Problem[] {
  const parsed = scenarioDefinition.safeParse(raw);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      problem(null, `形が正しくありません: ${issue.path.join(".")} ${issue.message}`),
    );
  }
  const definition = parsed.data;
  const links = linkProblems(definition);
  return unique([
    ...links,
    ...lonelyProblems(definition),
    ...definition.steps.flatMap((step) => stepProblems(step, around)),
    ...shortcutProblems(definition),
    ...limitProblems(definition),
    ...(links.length === 0 ? passageProblems(definition, around) : []),
  ]);
}
