import type { ScenarioVersion } from "@/lib/scenarios/schema";

/** A way into a scenario: `key` as in `start=report.road`, `label` as residents know it. */
export type Start = { key: string; label: string };

/** Every scenario from its beginning, and its shortcuts into the middle. */
export const startsOf = (scenarios: readonly Pick<ScenarioVersion, "key" | "definition">[]): Start[] =>
  scenarios.flatMap(({ key, definition }) => [
    { key, label: definition.title.ja },
    ...definition.shortcuts.map((shortcut) => ({
      key: `${key}.${shortcut.key}`,
      label: `${definition.title.ja} > ${shortcut.title.ja}`,
    })),
  ]);
