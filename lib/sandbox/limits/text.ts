import {
  arrayAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  numberAt,
  objectAt,
  textAt,
  wordAt,
} from "./findings";

const TEXT_MAX = 5000;
const ID = { max: 1000, required: true } as const;

/** `text` messages: the character at each emoji's index has to be `$`. Indexes are UTF-16 code units. */
export function checkText(f: Findings, message: Fields, path: string): void {
  const text = textAt(f, message, path, "text", { max: TEXT_MAX, required: true });
  const emojis = arrayAt(f, message, path, "emojis", { min: 0, max: 20, required: false });
  emojis?.forEach((emoji, n) => {
    const at = `${path}emojis[${n}]`;
    if (!isFields(emoji)) {
      noteWrongType(f, at);
      return;
    }
    const index = numberAt(f, emoji, `${at}.`, "index", { min: 0, max: TEXT_MAX, required: true });
    textAt(f, emoji, `${at}.`, "productId", ID);
    textAt(f, emoji, `${at}.`, "emojiId", ID);
    if (text !== null && index !== null && text[index] !== "$")
      note(f, `${at}.index`, "Must point to a $ in the text");
  });
}

const KEY = /^[0-9a-zA-Z_]{1,20}$/;

/** `textV2`: `{name}` is replaced by its substitution, `{{` and `}}` are braces. */
export function checkTextV2(f: Findings, message: Fields, path: string): void {
  const text = textAt(f, message, path, "text", { max: TEXT_MAX, required: true });
  const substitution = objectAt(f, message, path, "substitution", false) ?? {};
  const keys = Object.keys(substitution);
  if (keys.length > 100) note(f, `${path}substitution`, "Size must be between 0 and 100");
  const counts = { mention: 0, emoji: 0 };
  for (const key of keys) {
    const at = `${path}substitution.${key}`;
    if (!KEY.test(key)) note(f, at, "Must match [0-9a-zA-Z_]{1,20}");
    const type = checkSubstitution(f, substitution[key], at);
    if (type !== null) counts[type] += 1;
  }
  if (counts.mention > 20) note(f, `${path}substitution`, "Up to 20 mentions can be specified");
  if (counts.emoji > 20) note(f, `${path}substitution`, "Up to 20 emojis can be specified");
  if (text === null) return;
  const names = placeholders(text);
  if (names === null) note(f, `${path}text`, "Braces must be escaped as {{ and }}");
  for (const name of names ?? []) {
    if (!keys.includes(name)) note(f, `${path}text`, `The placeholder {${name}} has no substitution`);
  }
}

function checkSubstitution(f: Findings, value: unknown, at: string): "mention" | "emoji" | null {
  if (!isFields(value)) {
    noteWrongType(f, at);
    return null;
  }
  const type = wordAt(f, value, `${at}.`, "type", ["mention", "emoji"], true) as "mention" | "emoji" | null;
  if (type === "emoji") {
    textAt(f, value, `${at}.`, "productId", ID);
    textAt(f, value, `${at}.`, "emojiId", ID);
  } else if (type === "mention") {
    const mentionee = objectAt(f, value, `${at}.`, "mentionee", true);
    if (mentionee === null) return type;
    const target = wordAt(f, mentionee, `${at}.mentionee.`, "type", ["user", "all"], true);
    if (target === "user") textAt(f, mentionee, `${at}.mentionee.`, "userId", ID);
  }
  return type;
}

/** Names in single braces; null when a brace stands alone. */
function placeholders(text: string): string[] | null {
  const names: string[] = [];
  const rest = text.replaceAll("{{", "").replaceAll("}}", "");
  const left = rest.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    names.push(name);
    return "";
  });
  return /[{}]/.test(left) ? null : names;
}
