import { fold } from "./fold";
import { circling, exits, reachable, stepsById } from "./graph";
import { everyWording } from "./language";
import { limitProblems } from "./limits";
import { passageProblems, shortcutProblems } from "./passages";
import { type Problem, problem, type Surroundings, twice } from "./problem";
import {
  type ScenarioDefinition,
  type ScenarioOption,
  type ScenarioStep,
  scenarioDefinition,
} from "./schema";

/** The buttons of the engine that typed words name: an option may not take their place. */
const RESERVED = ["戻る", "やめる", "次の候補", "前の候補"].map(fold);

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
