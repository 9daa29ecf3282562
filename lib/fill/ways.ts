import type { ScenarioDefinition, ScenarioStep } from "@/lib/scenarios/schema";

/** Ids of the steps of one walk through a scenario, and how it ends when it is gone to its end. */
export type Way = { steps: string[]; end: "confirm" | "stop" };

const spread = (way: number, depth: number, n: number): number =>
  ((way * 7_919 + depth * 104_729 + way * depth * 31) >>> 0) % n;

function nextOf(step: ScenarioStep, way: number, depth: number): string | null {
  if (step.kind === "confirm" || step.kind === "stop") return null;
  if (step.kind !== "choice" && step.kind !== "band") return step.next;
  return step.options[spread(way, depth, step.options.length)]?.next ?? null;
}

function walkOf(definition: ScenarioDefinition, way: number): Way | null {
  const steps: string[] = [];
  for (let id: string | null = definition.start; id !== null && steps.length < 60; ) {
    const step = definition.steps.find((each) => each.id === id);
    if (!step) return null;
    steps.push(step.id);
    const next = nextOf(step, way, steps.length);
    if (next === null)
      return step.kind === "confirm" || step.kind === "stop" ? { steps, end: step.kind } : null;
    id = next;
  }
  return null;
}

/** Different walks through a scenario: mostly such as end in a report. */
export function waysThrough(definition: ScenarioDefinition): Way[] {
  const found = new Map<string, Way>();
  for (let way = 0; way < 400; way += 1) {
    const walk = walkOf(definition, way);
    if (walk) found.set(walk.steps.join("/"), walk);
  }
  const ending = (end: Way["end"], most: number) =>
    [...found.values()].filter((way) => way.end === end).slice(0, most);
  return [...ending("confirm", 30), ...ending("stop", 4)];
}
