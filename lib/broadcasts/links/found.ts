import { SPOKEN } from "@/db/enums";
import { withoutTail } from "@/lib/core/text";
import type { Block } from "../block";
import type { Content } from "../content";
import { checkLink } from "../link";
import type { LinkAnswer } from "../link-gateway";

/** As talk apps do it: what begins like a web address in a text, up to the first letter no address has. */
const IN_TEXT = /https?:\/\/[\x21-\x7e]+/gi;

const textLinks = (text: string): string[] =>
  [...text.matchAll(IN_TEXT)]
    .map(([found]) => withoutTail(found, ")]>\"',.;:!?"))
    .filter((uri) => URL.canParse(uri));

function linksOf(one: Block): string[] {
  const opened = (list: readonly { uri: string }[]) => list.map((each) => each.uri);
  switch (one.kind) {
    case "text":
      return textLinks(one.text);
    case "image":
      return [];
    case "imagemap":
      return opened(one.areas);
    case "card":
    case "buttons":
      return [...textLinks(one.text), ...opened(one.buttons)];
    case "carousel":
      return one.columns.flatMap((column) => [...textLinks(column.text), ...opened(column.buttons)]);
  }
}

/** Every web address a resident could open, once, in reading order: of texts, buttons and areas, in every language. */
export const linksIn = (content: Content): string[] => [
  ...new Set(
    SPOKEN.flatMap((spoken) => (content.variants[spoken] ?? []).flatMap(linksOf)).filter((uri) =>
      /^https?:/i.test(uri),
    ),
  ),
];

/** What is said beside a link. None of it keeps anybody from sending. */
export type LinkVerdict =
  | { kind: "fine"; status: number }
  /** It opens, but on the way or at its end nobody guards what is read. */
  | { kind: "not-https"; status: number }
  | { kind: "refused"; status: number }
  | { kind: "broken" | "inside" | "too-many-redirects" | "untrusted" }
  | { kind: "unknown"; why: string };

export function judgeLink(uri: string, answer: LinkAnswer): LinkVerdict {
  switch (answer.kind) {
    case "answers": {
      const { status } = answer;
      if (status < 200 || status >= 400) return { kind: "refused", status };
      const guarded = [uri, answer.end].every((each) => /^https:/i.test(each));
      return { kind: guarded ? "fine" : "not-https", status };
    }
    case "silent":
      return { kind: "unknown", why: answer.why };
    default:
      return { kind: answer.kind };
  }
}

/** What can be said without opening it. */
export const isBroken = (uri: string): boolean => checkLink(uri)?.code === "link-broken";
