import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import type { Block } from "./block";
import type { Content } from "./content";
import { DRILL_MARK } from "./drill";

/** Words that slip into real messages. Findings with `blocks` keep it from being asked for; the others are shown. */
export type LintCode = "placeholder" | "drill-mark" | "drill-word" | "test-word" | "too-short";
export type Finding = {
  spoken: Spoken;
  block: number;
  code: LintCode;
  /** The words that gave rise to it. */
  found: string;
  blocks: boolean;
};

const PLACEHOLDER =
  /[○〇●◯]{2,}|[×✕]{2,}|[XxＸｘ]{3,}|[_＿]{3,}|\{\{?[^}\n]{0,40}\}\}?|\[(?:日時|場所|名称|氏名)\]|TODO|ここに入力|(?:日時|場所)未定/;
const DRILL = /訓練|くんれん|\bdrill\b/i;
const TEST = /テスト送信|送信テスト|動作確認|\btest\b|^(?:test|テスト|あああ|aaa|abc|123|11)$/i;

/** Everything a resident would read of a block. */
export function wordsOf(one: Block): string[] {
  const buttons = (list: { label: string }[]) => list.map((b) => b.label);
  switch (one.kind) {
    case "text":
      return [one.text];
    case "image":
      return [one.alt];
    case "imagemap":
      return [one.alt, ...one.areas.map((a) => a.label)];
    case "card":
    case "buttons":
      return [one.alt, one.title, one.text, ...buttons(one.buttons)];
    case "carousel":
      return [one.alt, ...one.columns.flatMap((c) => [c.title, c.text, ...buttons(c.buttons)])];
  }
}

function lintText(text: string, kind: BroadcastKind): Pick<Finding, "code" | "found" | "blocks">[] {
  const found: Pick<Finding, "code" | "found" | "blocks">[] = [];
  const placeholder = PLACEHOLDER.exec(text)?.[0];
  if (placeholder) found.push({ code: "placeholder", found: placeholder, blocks: false });
  if (kind !== "drill") {
    if (text.includes(DRILL_MARK)) found.push({ code: "drill-mark", found: DRILL_MARK, blocks: true });
    else {
      const drill = DRILL.exec(text)?.[0];
      if (drill) found.push({ code: "drill-word", found: drill, blocks: false });
    }
    const test = TEST.exec(text.trim())?.[0];
    if (test) found.push({ code: "test-word", found: test, blocks: false });
  }
  return found;
}

export function lintContent(broadcast: { kind: BroadcastKind; content: Content }): Finding[] {
  return SPOKEN.flatMap((spoken) =>
    (broadcast.content.variants[spoken] ?? []).flatMap((one, block): Finding[] => {
      const at = { spoken, block };
      const findings = wordsOf(one).flatMap((text) =>
        lintText(text, broadcast.kind).map((finding) => ({ ...at, ...finding })),
      );
      // 「11」 and 「abc」 have been sent as urgent news elsewhere.
      const length = one.kind === "text" ? one.text.trim().length : Number.POSITIVE_INFINITY;
      if (length > 0 && length < 5)
        findings.push({ ...at, code: "too-short", found: wordsOf(one)[0]?.trim() ?? "", blocks: false });
      return findings.filter((f, n) => findings.findIndex((g) => g.code === f.code) === n);
    }),
  );
}
