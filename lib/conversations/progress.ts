import type { Bot, Draft } from "./talk";
import { findVersion } from "./trigger";
import { walk } from "./walk";

/**
 * Ids of the steps a draft went through, in their order, and the one it stands at last: what the funnel of a scenario
 * counts. Empty when its version is not known any more.
 */
export function progressOf(draft: Draft, bot: Bot): string[] {
  const definition = findVersion(bot, draft.scenarioKey, draft.version)?.definition;
  if (!definition) return [];
  const { path, current } = walk(definition, draft);
  return [...path.map((step) => step.id), current.id];
}
