import { fold } from "./fold";
import { endings, stepsById } from "./graph";
import { type Problem, problem, type Surroundings, twice } from "./problem";
import type { ScenarioDefinition, StepKind } from "./schema";

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

/** Everything that follows from the ways through the scenario. Needs links that are whole. */
export function passageProblems(definition: ScenarioDefinition, around: Surroundings): Problem[] {
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

export function shortcutProblems(definition: ScenarioDefinition): Problem[] {
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
