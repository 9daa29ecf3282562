import type { Point } from "@/lib/core/geo";
import { cleanText, cutGraphemes } from "@/lib/core/text";
import { clock, longDate } from "@/lib/core/time";
import { escapeHtml } from "./html";
import { ARRIVAL } from "./messages";

/** What a mail on arrival is made from. Nothing here names the resident; their own words stay in the console. */
export type ArrivalInput = {
  cityName: string;
  number: string;
  categoryLabel: string;
  areaName: string | null;
  /** Words about the place, typed or LINE's: they stay in the console, for they may name people or a home. */
  hasAddress: boolean;
  point: Point | null;
  seenText: string | null;
  receivedAt: Date;
  sectionName: string | null;
  high: boolean;
  /** Chosen answers only, never typed ones. */
  answers: { label: string; display: string }[];
  hasOwnWords: boolean;
  /** `cid` names the inline picture of the mail. */
  photo: { kind: "attached"; count: number; cid: string } | { kind: "waiting" } | { kind: "none" };
  caseUrl: string;
};

export type MailParts = { subject: string; text: string; html: string };

/** One line without control characters: what may stand in a header or a table cell. */
const oneLine = (text: string, max: number): string =>
  cutGraphemes(cleanText(text).replace(/\s+/g, " "), max);

/** Geospatial Information Authority of Japan's map at street scale; six decimals are about 0.1 m. */
export const mapUrl = (point: Point): string =>
  `https://maps.gsi.go.jp/#18/${point.lat.toFixed(6)}/${point.lng.toFixed(6)}/`;

const DAY_AND_TIME = /^\d{1,2}月\d{1,2}日\([日月火水木金土]\)(?: \d{2}:\d{2})?/;

/**
 * The day and time that a resident named (lib/conversations/when.ts, showWhen). The words they named it by may name
 * people too and stay in the console; a band of hours is among the chosen answers.
 */
export function seenInMail(seenText: string | null): string | null {
  if (!seenText) return null;
  return DAY_AND_TIME.exec(seenText)?.[0] ?? ARRIVAL.seenHere;
}

/** The area by its name; the spot itself is the link to the map, or is read in the console. */
function placeInMail(input: ArrivalInput): string | null {
  const unseen = input.hasAddress ? ARRIVAL.placeHere : input.areaName ? null : ARRIVAL.noPlace;
  return [input.areaName, input.point ? null : unseen].filter(Boolean).join(" ") || null;
}

function rowsOf(input: ArrivalInput): [string, string][] {
  const photo = {
    attached: () => ARRIVAL.photoAttached(input.photo.kind === "attached" ? input.photo.count : 0),
    waiting: () => ARRIVAL.photoWaiting,
    none: () => ARRIVAL.photoNone,
  }[input.photo.kind]();
  const rows: [string, string | null][] = [
    [ARRIVAL.number, input.number],
    [ARRIVAL.category, input.categoryLabel],
    [ARRIVAL.section, input.sectionName],
    [ARRIVAL.received, `${longDate(input.receivedAt)} ${clock(input.receivedAt)}`],
    [ARRIVAL.seen, input.seenText],
    [ARRIVAL.place, placeInMail(input)],
    ...input.answers.map((a): [string, string] => [oneLine(a.label, 40), oneLine(a.display, 200)]),
    [ARRIVAL.ownWords, input.hasOwnWords ? ARRIVAL.ownWordsHere : null],
    [ARRIVAL.photo, photo],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value ? [[label, oneLine(value, 300)]] : []));
}

/** 【窓口】R8-000123 道路の異常 > 舗装の穴・へこみ（中央区） */
function subjectOf(input: ArrivalInput): string {
  const mark = input.high ? `${ARRIVAL.subjectMark}${ARRIVAL.high} ` : ARRIVAL.subjectMark;
  const area = input.areaName ? `（${oneLine(input.areaName, 20)}）` : "";
  return `${mark}${oneLine(input.number, 20)} ${oneLine(input.categoryLabel, 40)}${area}`;
}

function htmlOf(input: ArrivalInput, rows: [string, string][]): string {
  const cell = "padding:6px 12px 6px 0;vertical-align:top;text-align:left;font-weight:normal;";
  const body = rows
    .map(
      ([label, value]) =>
        `<tr><th scope="row" style="${cell}color:#4d4d4d;white-space:nowrap;">${escapeHtml(label)}</th>` +
        `<td style="${cell}">${escapeHtml(value)}</td></tr>`,
    )
    .join("");
  const picture =
    input.photo.kind === "attached"
      ? `<p style="margin:16px 0;"><img src="cid:${escapeHtml(input.photo.cid)}" alt="${ARRIVAL.photo}" style="max-width:100%;height:auto;border:1px solid #d9d9d9;border-radius:4px;"></p>`
      : "";
  const button =
    "display:inline-block;padding:12px 20px;background:#0017c1;color:#ffffff;text-decoration:none;border-radius:8px;font-weight:bold;";
  const map = input.point
    ? `<p style="margin:0 0 16px;"><a href="${escapeHtml(mapUrl(input.point))}" style="color:#0017c1;">${ARRIVAL.openMap}</a></p>`
    : "";
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subjectOf(input))}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.6;">
<p style="margin:0 0 12px;">${ARRIVAL.lead}</p>
<table style="border-collapse:collapse;margin:0 0 8px;">${body}</table>
${picture}
<p style="margin:16px 0;"><a href="${escapeHtml(input.caseUrl)}" style="${button}">${ARRIVAL.openCase}</a></p>
${map}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d9d9d9;color:#4d4d4d;font-size:14px;">${escapeHtml(ARRIVAL.footer(oneLine(input.cityName, 40)))}</p>
</body></html>`;
}

/** The mail to the person in charge, as text and as HTML that say the same. */
export function buildArrivalMail(input: ArrivalInput): MailParts {
  const rows = rowsOf(input);
  const lines = [
    ARRIVAL.lead,
    "",
    ...rows.map(([label, value]) => `${label}: ${value}`),
    "",
    `${ARRIVAL.openCase}\n${input.caseUrl}`,
    ...(input.point ? ["", `${ARRIVAL.openMap}\n${mapUrl(input.point)}`] : []),
    "",
    "-- ",
    ARRIVAL.footer(oneLine(input.cityName, 40)),
  ];
  return { subject: subjectOf(input), text: `${lines.join("\n")}\n`, html: htmlOf(input, rows) };
}
