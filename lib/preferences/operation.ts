import { QUESTION_KEYS, type QuestionKey } from "@/db/enums";
import type { TalkEvent } from "@/lib/conversations/talk";
import { fold } from "@/lib/scenarios/fold";

/** A question with one answer. */
export type SingleKey = Exclude<QuestionKey, "interests">;

/**
 * What a tap or typed words ask of 受信設定. Each carries all it needs: nothing depends on what was tapped before.
 * `walk`: on the way through all questions, so that the next one follows.
 */
export type Operation =
  | { kind: "open" | "ask-stop" | "stop" | "resume" }
  | { kind: "code" }
  | { kind: "ask"; question: QuestionKey }
  | { kind: "skip"; question: QuestionKey }
  | { kind: "set"; question: SingleKey; value: number; walk: boolean }
  | { kind: "interest"; bit: number; on: boolean; walk: boolean }
  | { kind: "done"; walk: boolean }
  | { kind: "bind"; code: string };

const isQuestion = (word: string | null): word is QuestionKey => QUESTION_KEYS.some((key) => key === word);

/** Postback data; at most about 40 characters. */
export function operationData(operation: Exclude<Operation, { kind: "bind" }>): string {
  const data = new URLSearchParams({ p: operation.kind });
  if ("question" in operation) data.set("q", operation.question);
  if (operation.kind === "set") data.set("v", String(operation.value));
  if (operation.kind === "interest") {
    data.set("b", String(operation.bit));
    data.set("v", operation.on ? "1" : "0");
  }
  if ("walk" in operation && operation.walk) data.set("w", "1");
  return data.toString();
}

function whole(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^-?\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Null: no button of 受信設定, or a broken one. */
export function readOperationData(data: string): Operation | null {
  const params = new URLSearchParams(data);
  const question = params.get("q");
  const walk = params.get("w") === "1";
  const kind = params.get("p");
  switch (kind) {
    case "open":
    case "ask-stop":
    case "stop":
    case "resume":
    case "code":
      return { kind };
    case "done":
      return { kind, walk };
    case "ask":
    case "skip":
      return isQuestion(question) ? { kind, question } : null;
    case "set": {
      const value = whole(params.get("v"), -1, 2_147_483_647);
      return isQuestion(question) && question !== "interests" && value !== null
        ? { kind, question, value, walk }
        : null;
    }
    case "interest": {
      const [bit, on] = [whole(params.get("b"), 0, 59), whole(params.get("v"), 0, 1)];
      return bit !== null && on !== null ? { kind, bit, on: on === 1, walk } : null;
    }
    default:
      return null;
  }
}

const TYPED: Record<"open" | "ask-stop" | "resume" | "code", string[]> = {
  open: [
    "受信設定",
    "設定",
    "せってい",
    "じゅしんせってい",
    "お知らせの設定",
    "settings",
    "设置",
    "接收设置",
    "설정",
    "수신 설정",
  ],
  "ask-stop": [
    "配信停止",
    "配信を止める",
    "すべての配信を止める",
    "受信拒否",
    "unsubscribe",
    "停止接收",
    "수신 중지",
  ],
  resume: ["配信再開", "配信を再開する", "受信再開", "subscribe", "恢复接收", "수신 재개"],
  code: ["番号", "ばんごう", "コード", "わたしの番号", "code", "编号", "번호"],
};
const FOLDED = Object.entries(TYPED).map(
  ([kind, words]) => [kind as keyof typeof TYPED, new Set(words.map(fold))] as const,
);

const BIND_WORD = "職員登録";
/** The word and a code, with room for what people put between. Anything may come here, of any length. */
const LONGEST_BIND = 60;

/** The code typed after 職員登録, or null. */
function readBind(text: string): string | null {
  const typed = text.trim();
  if (typed.length > LONGEST_BIND || !typed.startsWith(BIND_WORD)) return null;
  const code = typed
    .slice(BIND_WORD.length)
    .normalize("NFKC")
    .replace(/[\s:-]/g, "")
    .toUpperCase();
  return /^[0-9A-Z]{4,24}$/.test(code) ? code : null;
}

/**
 * What an event asks of 受信設定, from the event alone: a replay of the talk leaves out the same events. Null: it is
 * the scenarios' affair.
 */
export function readOperation(event: TalkEvent): Operation | null {
  if (event.kind === "postback") return readOperationData(event.data);
  if (event.kind !== "text") return null;
  const code = readBind(event.text);
  if (code) return { kind: "bind", code };
  const typed = fold(event.text);
  return FOLDED.flatMap(([kind, words]) => (words.has(typed) ? [{ kind }] : []))[0] ?? null;
}
