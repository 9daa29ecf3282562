import type { ReportSource, ReportStatus } from "@/db/enums";
import type { Submission } from "@/lib/conversations/talk";
import { days, toTokyo } from "@/lib/core/time";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import type { LightName } from "../drawing/light";
import type { Chance } from "../random";
import type { SceneName } from "../scenes/all";
import { fileReport } from "./answers";
import { type CaseEvent, workCase } from "./casework";
import { residentsBy } from "./followers";
import { type Kind, SOURCES } from "./kind";
import { afterWorkingDays, listMoments, type Moment } from "./moments";
import { findSpot, type Gazetteer, moved, type Spot } from "./spots";
import { CLOSINGS, OPENINGS, OTHER_VOICES, THEMES } from "./themes";

export type LifePhoto = { scene: SceneName; light: LightName; label: string; state: "ready" | "waiting" };
export type LifeReport = {
  /** Stable name; ids follow from it. */
  key: string;
  source: ReportSource;
  receivedAt: Date;
  /** Index of the resident; null when it did not come by LINE. */
  resident: number | null;
  submission: Submission;
  spot: Spot;
  photos: LifePhoto[];
  priority: "normal" | "high";
  events: CaseEvent[];
  /** Key of the report this one repeats. */
  duplicateOf: string | null;
};

export type CityLife = {
  key: "kumamoto" | "musashino";
  kinds: readonly Kind[];
  gazetteer: Gazetteer;
  definition: ScenarioDefinition;
  version: number;
  residents: number;
  /** Over the city's usual volume: how much of it the demo shows. */
  scale: number;
  shortNames: readonly string[];
};

function writeWords(kind: Kind, source: ReportSource, chance: Chance): string {
  const { facts, worries } = THEMES[kind.theme];
  if (source !== "line")
    return `${chance.pick(facts)}${chance.chance(0.5) ? chance.pick(worries) : ""}（${{ phone: "電話", counter: "窓口", mail: "メール" }[source]}で受付）`;
  if (chance.chance(0.24)) return "";
  if (chance.chance(0.05)) return chance.pick(OTHER_VOICES);
  const parts = [
    chance.chance(0.22) ? chance.pick(OPENINGS) : "",
    chance.chance(0.85) ? chance.pick(facts) : "",
    chance.chance(0.5) ? chance.pick(worries) : "",
    chance.chance(0.24) ? chance.pick(CLOSINGS) : "",
  ];
  return parts.join("") || chance.pick(facts);
}

function lightAt({ at, rainy }: Moment): LightName {
  const { hour } = toTokyo(at);
  if (hour >= 18 || hour < 5) return "night";
  if (rainy) return "rain";
  if (hour >= 16 || hour < 7) return "evening";
  return at.getTime() % 5 < 3 ? "clear" : "cloudy";
}

function takePhotos(kind: Kind, source: ReportSource, moment: Moment, chance: Chance): LifePhoto[] {
  const share = source === "line" ? kind.photos : source === "mail" ? 0.4 : 0;
  if (!chance.chance(share)) return [];
  const light = lightAt(moment);
  const waiting = chance.chance(0.008);
  const photo = (scene: SceneName, label: string): LifePhoto => ({
    scene,
    light,
    label,
    state: waiting ? "waiting" : "ready",
  });
  const near = kind.near.length > 0 ? photo(chance.pick(kind.near), "near") : null;
  const far = kind.far.length > 0 ? photo(chance.pick(kind.far), near ? "far" : "near") : null;
  if (near && far)
    return chance.chance(0.62) ? [near, far] : [chance.chance(0.7) ? near : { ...far, label: "near" }];
  return [near ?? far].filter((one) => one !== null);
}

/** A few residents write often, most once. */
const residentOf = (count: number, chance: Chance): number => Math.floor(count * chance.next() ** 1.7);

/** About 60 days of one city, oldest first. The same seed and day give the same life. */
export function makeLife(city: CityLife, now: Date, chance: Chance): LifeReport[] {
  const moments = listMoments(city.kinds, city.key, now, city.scale, chance.fork("moments"));
  const out: LifeReport[] = [];
  for (const [index, moment] of moments.entries()) {
    const own = chance.fork(`report-${index}`);
    const { kind } = moment;
    const source = own.weighted(SOURCES);
    const receivedAt = source === "line" ? moment.at : afterWorkingDays(moment.at, own.between(0, 0.4), own);
    if (receivedAt >= now) continue;
    const recent = out.filter(
      (r) =>
        r.submission.subcategoryKey === kind.key &&
        r.spot.point &&
        r.duplicateOf === null &&
        r.receivedAt < receivedAt &&
        receivedAt.getTime() - r.receivedAt.getTime() < days(9),
    );
    const original = recent.length > 0 && own.chance(moment.storm ? 0.25 : 0.1) ? own.pick(recent) : null;
    const found = original ? original.spot : findSpot(city.gazetteer, kind.place, own);
    const here = original?.spot.point
      ? { ...found, point: moved(original.spot.point, own.between(4, 28), own.between(0, 6.28)) }
      : found;
    const wordsOnly = original === null && own.chance(source === "line" ? 0.045 : 0.4);
    const spot: Spot = wordsOnly
      ? {
          ...here,
          point: null,
          address: `${here.spoken}${own.pick(["の交差点の近く", "のバス停のそば", "の橋の手前", ""])}`,
        }
      : here;
    const photos = takePhotos(kind, source, moment, own);
    const key = `life-${city.key}-${index}`;
    const submission = fileReport(
      {
        conversationId: key,
        definition: city.definition,
        version: city.version,
        kind,
        at: receivedAt,
        spot,
        words: writeWords(kind, source, own),
        shortName: own.pick(city.shortNames),
        photos: photos.length,
      },
      own,
    );
    const planned = original && own.chance(0.8) ? "duplicate" : own.weighted(kind.ends);
    const end: ReportStatus = planned === "duplicate" && !original ? "done" : planned;
    const high = (moment.storm && own.chance(0.25)) || own.chance(0.05);
    // Somebody writes outside office hours about what cannot wait: looked at sooner.
    const worked = high
      ? {
          ...kind,
          look: [kind.look[0] * 0.4, kind.look[1] * 0.5] as const,
          fix: [kind.fix[0] * 0.6, kind.fix[1] * 0.6] as const,
        }
      : kind;
    const events = workCase({
      kind: worked,
      receivedAt,
      now,
      reachable: source === "line",
      end,
      chance: own,
    });
    out.push({
      key,
      source,
      receivedAt,
      resident:
        source === "line"
          ? residentOf(residentsBy((now.getTime() - receivedAt.getTime()) / days(1), city.residents), own)
          : null,
      submission,
      spot,
      photos,
      priority: high ? "high" : "normal",
      events,
      duplicateOf:
        original && events.some((e) => e.kind === "status" && e.to === "duplicate") ? original.key : null,
    });
  }
  return out.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}
