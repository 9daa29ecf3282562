import type { ScenarioDefinition, ScenarioOption, ScenarioStep } from "@/lib/scenarios/schema";
import { findStep, isQuestion } from "../walk";
import type { Resident } from "./resident";

/** The options of a step, if it has any. */
export const optionsOf = (step: ScenarioStep | null): ScenarioOption[] =>
  step && (step.kind === "choice" || step.kind === "band") ? step.options : [];

/** For every option of every choice: the choices that lead to it, itself last. Each option is taken in at least one. */
export function everyWay(definition: ScenarioDefinition): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const seen = new Set<string>();
  const visit = (id: string, chosen: Record<string, string>): void => {
    const step = findStep(definition, id);
    if (!isQuestion(step)) return;
    const options = optionsOf(step);
    if (options.length === 0 && "next" in step) {
      visit(step.next, chosen);
      return;
    }
    if (seen.has(id)) return;
    seen.add(id);
    for (const option of options) {
      const way = { ...chosen, [id]: option.key };
      found.push(way);
      visit(option.next, way);
    }
  };
  visit(definition.start, {});
  return found;
}

/** Goes on from the open question to the end, by buttons; choices as `way` says, else the first that goes on. */
export function walkOn(me: Resident, definition: ScenarioDefinition, way: Record<string, string>): void {
  for (let i = 0; i < 60 && me.talk.open; i++) {
    const step = currentOf(me, definition);
    if (step.kind === "confirm") return;
    answer(me, definition, step, way);
  }
}

/** Answers the open question as a helpful resident would; `pick` chooses among the options that go on. Sends at the end. */
export function goOn(me: Resident, definition: ScenarioDefinition, pick: number): void {
  if (!me.talk.open) return;
  const step = currentOf(me, definition);
  const options = optionsOf(step).filter((option) => findStep(definition, option.next)?.kind !== "stop");
  const option = options[pick % Math.max(1, options.length)];
  if (step.kind === "confirm") me.act("send");
  else answer(me, definition, step, option ? { [step.id]: option.key } : {});
}

export function currentOf(me: Resident, definition: ScenarioDefinition): ScenarioStep {
  const open = me.talk.open;
  if (!open) throw new Error("nothing is open");
  let id = definition.start;
  for (let i = 0; i < definition.steps.length; i++) {
    const step = findStep(definition, id);
    if (!step) break;
    const given = open.answers[id];
    if (!isQuestion(step) || !given) return step;
    id =
      given.kind === "choice"
        ? (optionsOf(step).find((o) => o.key === given.value)?.next ?? "")
        : "next" in step
          ? step.next
          : "";
  }
  throw new Error(`lost at ${id}`);
}

function answer(
  me: Resident,
  definition: ScenarioDefinition,
  step: ScenarioStep,
  way: Record<string, string>,
): void {
  switch (step.kind) {
    case "choice":
    case "band": {
      const goesOn = step.options.find((option) => findStep(definition, option.next)?.kind !== "stop");
      const option = step.options.find((one) => one.key === way[step.id]) ?? goesOn;
      if (!option) throw new Error(`no way on from ${step.id}`);
      for (let page = 0; page < 8 && !me.act("pick", option.key); page++) me.act("page", String(page + 1));
      return;
    }
    case "photo":
      me.photo();
      if (me.talk.open?.answers[step.id]) return;
      me.act("done");
      return;
    case "place":
      me.place();
      return;
    case "when":
      me.act("picker", "", { datetime: "2026-11-22T21:15" });
      return;
    case "date":
      me.act("picker", "", { date: "2026-11-21" });
      return;
    case "text":
      me.type("大きな穴があります");
      return;
    default:
      return;
  }
}
