import { fold } from "@/lib/scenarios/fold";
import { everyWording } from "@/lib/scenarios/language";
import type { LocalText, ScenarioVersion } from "@/lib/scenarios/schema";
import type { StartTarget } from "./postback";
import type { Bot } from "./talk";

/**
 * The version that was published when the talk began, so that a replay after a new publication walks the old one. An
 * event from before the first publication takes the first.
 */
function versionAt(bot: Bot, key: string, at: number): ScenarioVersion | null {
  const versions = bot.scenarios.filter((one) => one.key === key).sort((a, b) => a.version - b.version);
  return versions.findLast((one) => one.publishedAt <= at) ?? versions[0] ?? null;
}

export const findVersion = (bot: Bot, key: string, version: number): ScenarioVersion | null =>
  bot.scenarios.find((one) => one.key === key && one.version === version) ?? null;

/** The scenarios that can be started, newest version as of `at`. */
export const startableAt = (bot: Bot, at: number): ScenarioVersion[] =>
  bot.startable.map((key) => versionAt(bot, key, at)).filter((one) => one !== null);

/** What a scenario or a shortcut is called by, folded. */
export const namesOf = ({ triggers, title }: { triggers: readonly string[]; title: LocalText }): string[] =>
  [...triggers, ...everyWording(title)].map(fold);

/** A long sentence with the word in it is more likely a question than a start. */
const LONGEST_SENTENCE = 24;

/**
 * What typed words start, if anything. A scenario's triggers may stand inside a short sentence (通報したい) unless
 * `exact`; a shortcut's (道路) only alone: 道路 alone may mean anything in a sentence.
 */
export function findTrigger(text: string, bot: Bot, at: number, exact: boolean): StartTarget | null {
  const typed = fold(text);
  if (typed === "") return null;
  const versions = startableAt(bot, at);
  for (const { key, definition } of versions) {
    if (namesOf(definition).includes(typed)) return { scenarioKey: key, shortcut: null };
    for (const shortcut of definition.shortcuts)
      if (namesOf(shortcut).includes(typed)) return { scenarioKey: key, shortcut: shortcut.key };
  }
  if (exact || typed.length > LONGEST_SENTENCE) return null;
  const inside = versions.find(({ definition }) =>
    definition.triggers.some((word) => typed.includes(fold(word))),
  );
  return inside ? { scenarioKey: inside.key, shortcut: null } : null;
}
