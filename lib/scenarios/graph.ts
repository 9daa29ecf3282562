import type { ScenarioDefinition, ScenarioStep, StepKind } from "./schema";

/** Where a step can lead, and by which category it goes there. */
export function exits(step: ScenarioStep): { next: string; category: string | null }[] {
  if (step.kind === "confirm" || step.kind === "stop") return [];
  if (step.kind === "choice" || step.kind === "band") {
    return step.options.map((option) => ({ next: option.next, category: option.category ?? null }));
  }
  return [{ next: step.next, category: null }];
}

export const stepsById = (definition: ScenarioDefinition): Map<string, ScenarioStep> =>
  new Map(definition.steps.map((step) => [step.id, step]));

/** Ids of the steps that can be reached from the start. */
export function reachable(definition: ScenarioDefinition): Set<string> {
  const steps = stepsById(definition);
  const seen = new Set<string>();
  const waiting = [definition.start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps.get(id);
    if (!step || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...exits(step).map((exit) => exit.next));
  }
  return seen;
}

/** Ids of steps from which one comes back to the same step. */
export function circling(definition: ScenarioDefinition): string[] {
  const steps = stepsById(definition);
  const state = new Map<string, "open" | "done">();
  const found = new Set<string>();
  const visit = (id: string): void => {
    const step = steps.get(id);
    if (!step || state.get(id) === "done") return;
    if (state.get(id) === "open") {
      found.add(id);
      return;
    }
    state.set(id, "open");
    for (const exit of exits(step)) visit(exit.next);
    state.set(id, "done");
  };
  visit(definition.start);
  return [...found];
}

/** What can be known of the walks that come to a step, whatever their number. */
type Passage = {
  stepId: string;
  /** First and last category named on the way. */
  first: string | null;
  last: string | null;
  /** Kinds of steps passed, with how often: at most 2 is counted. */
  kinds: Partial<Record<StepKind, number>>;
};

const bump = (kinds: Passage["kinds"], kind: StepKind): Passage["kinds"] => ({
  ...kinds,
  [kind]: Math.min(2, (kinds[kind] ?? 0) + 1),
});

/**
 * Every different way of coming to each end, told apart by what matters and not by the steps themselves, so that their
 * number stays small. Only for a scenario without circles.
 */
export function endings(definition: ScenarioDefinition): Passage[] {
  const steps = stepsById(definition);
  const seen = new Set<string>();
  const ends: Passage[] = [];
  const waiting: Passage[] = [{ stepId: definition.start, first: null, last: null, kinds: {} }];
  for (let passage = waiting.pop(); passage; passage = waiting.pop()) {
    const name = JSON.stringify([
      passage.stepId,
      passage.first,
      passage.last,
      Object.entries(passage.kinds).sort(),
    ]);
    const step = steps.get(passage.stepId);
    if (!step || seen.has(name)) continue;
    seen.add(name);
    const { first, last } = passage;
    const kinds = bump(passage.kinds, step.kind);
    const ways = exits(step);
    if (ways.length === 0) ends.push({ ...passage, kinds });
    for (const { next, category } of ways) {
      waiting.push({ stepId: next, first: first ?? category, last: category ?? last, kinds });
    }
  }
  return ends;
}
