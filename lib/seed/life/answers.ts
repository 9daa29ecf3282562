import { submissionOf } from "@/lib/conversations/submission";
import type { Answer, Draft, Submission } from "@/lib/conversations/talk";
import { isoDate, minutes, toTokyo } from "@/lib/core/time";
import type { ScenarioDefinition, ScenarioOption, ScenarioStep } from "@/lib/scenarios/schema";
import type { Chance } from "../random";
import type { Kind } from "./kind";
import type { Spot } from "./spots";

export type Filing = {
  conversationId: string;
  definition: ScenarioDefinition;
  version: number;
  kind: Kind;
  at: Date;
  spot: Spot;
  words: string;
  /** What a short name or a required description is answered with. */
  shortName: string;
  photos: number;
};

const stepOf = (definition: ScenarioDefinition, id: string): ScenarioStep | undefined =>
  definition.steps.find((step) => step.id === id);

/** The option of the kind, of the place, of the hour, or any that does not end the talk. */
function chooseOption(
  filing: Filing,
  step: Extract<ScenarioStep, { kind: "choice" | "band" }>,
  chance: Chance,
): ScenarioOption {
  const open = step.options.filter((option) => stepOf(filing.definition, option.next)?.kind !== "stop");
  if (step.kind === "band") {
    const { hour } = toTokyo(filing.at);
    const fitting = step.options.find(
      (o) => o.fromHour !== undefined && o.toHour !== undefined && hour >= o.fromHour && hour < o.toHour,
    );
    if (fitting && chance.chance(0.85)) return fitting;
  }
  const wanted = filing.kind.choices[step.id];
  const key = typeof wanted === "string" ? wanted : wanted ? chance.weighted(wanted) : filing.spot.option;
  return open.find((option) => option.key === key) ?? chance.pick(open);
}

function whenAnswer(filing: Filing, exact: boolean, chance: Chance): Answer {
  const seen = new Date(
    filing.at.getTime() - minutes(chance.chance(0.75) ? chance.between(1, 40) : chance.between(60, 1_500)),
  );
  return {
    kind: "when",
    messageIds: [],
    instant: exact ? Math.floor(seen.getTime() / 60_000) * 60_000 : null,
    date: isoDate(seen),
    text: "",
  };
}

function answerFor(filing: Filing, step: ScenarioStep, chance: Chance): Answer | null {
  switch (step.kind) {
    case "choice":
    case "band":
      return { kind: "choice", messageIds: [], value: chooseOption(filing, step, chance).key };
    case "photo":
      return { kind: "photo", messageIds: [] };
    case "place":
      return {
        kind: "place",
        messageIds: [],
        point: filing.spot.point,
        address: filing.spot.address,
        areaKey: filing.spot.areaKey,
        inside: filing.spot.point ? true : null,
      };
    case "when":
      return whenAnswer(filing, true, chance);
    case "date":
      return whenAnswer(filing, false, chance);
    case "text":
      if (!step.body) return { kind: "text", messageIds: [], text: filing.shortName || null };
      return {
        kind: "text",
        messageIds: [],
        text: filing.words || (step.required ? filing.shortName : null),
      };
    default:
      return null;
  }
}

/** What a resident would have filed: the published scenario walked from its start, with the words its buttons have. */
export function fileReport(filing: Filing, chance: Chance): Submission {
  const { definition, at } = filing;
  const answers: Draft["answers"] = {};
  const photos: Draft["photos"] = [];
  let id = definition.start;
  for (let i = 0; i < definition.steps.length; i += 1) {
    const step = stepOf(definition, id);
    const answer = step ? answerFor(filing, step, chance) : null;
    if (!step || !answer || step.kind === "confirm" || step.kind === "stop") break;
    answers[step.id] = answer;
    if (step.kind === "photo" && step.asks.length > 1) {
      for (let n = 0; n < filing.photos; n += 1) {
        photos.push({
          messageId: `${filing.conversationId}-${n}`,
          stepId: step.id,
          at: at.getTime() + n,
          set: null,
        });
      }
    }
    const chosen =
      answer.kind === "choice" && (step.kind === "choice" || step.kind === "band")
        ? step.options.find((o) => o.key === answer.value)
        : undefined;
    id = chosen?.next ?? ("next" in step ? step.next : id);
  }
  const startedAt = at.getTime() - minutes(chance.between(0.8, 4));
  const draft: Draft = {
    conversationId: filing.conversationId,
    scenarioKey: definition.key,
    version: filing.version,
    startedAt,
    lastAt: at.getTime(),
    lastEventId: filing.conversationId,
    answers,
    preset: [],
    photos,
    place: null,
    page: 0,
    asking: null,
    editing: null,
  };
  return submissionOf(definition, draft, at.getTime());
}
