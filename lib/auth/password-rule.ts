/** What a new password must be. Pure. Length and not being guessable; no rules of composition (NIST SP 800-63B). */

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export type PasswordProblem = "too-short" | "too-long" | "common" | "like-account";

/** What the commonest passwords are made of. Digits and signs round a word do not make it another one. */
const COMMON_WORDS = [
  "password",
  "passw0rd",
  "p@ssword",
  "p@ssw0rd",
  "pa55word",
  "passwd",
  "pass",
  "motdepasse",
  "pasuwado",
  "パスワード",
  "qwerty",
  "qwertyuiop",
  "qwertyui",
  "asdfghjkl",
  "asdfgh",
  "zxcvbnm",
  "zxcvbn",
  "qazwsx",
  "qazwsxedc",
  "1qaz2wsx",
  "1q2w3e4r",
  "1q2w3e4r5t",
  "q1w2e3r4",
  "zaq12wsx",
  "abc",
  "abcd",
  "abcdef",
  "abcabc",
  "aaa",
  "admin",
  "administrator",
  "root",
  "user",
  "guest",
  "test",
  "tester",
  "testing",
  "changeme",
  "default",
  "welcome",
  "letmein",
  "iloveyou",
  "loveyou",
  "monkey",
  "dragon",
  "sunshine",
  "princess",
  "football",
  "baseball",
  "superman",
  "batman",
  "trustno1",
  "master",
  "shadow",
  "michael",
  "jordan",
  "hello",
  "secret",
  "login",
  "internet",
  "computer",
  "sakura",
  "yakyuu",
  "doraemon",
  "pokemon",
  "pikachu",
  "nintendo",
  "arashi",
  "nippon",
  "japan",
  "tokyo",
  "kumamoto",
  "kumamon",
  "musashino",
  "kichijoji",
  "shiyakusho",
  "yakusho",
  "line",
  "madoguchi",
  "窓口",
  "市役所",
  "shimin",
  "koho",
  "joho",
];

const KEY_ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

/** The shortest piece that repeats to make up the whole: "abcabcabc" → "abc". */
function period(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return piece;
  }
  return text;
}

const isRun = (text: string): boolean =>
  text.length >= 3 &&
  KEY_ROWS.some((row) => {
    const backwards = [...row].reverse().join("");
    return row.includes(text) || backwards.includes(text);
  });

function isCommon(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  const core = period(text);
  if (core.length <= 4 || new Set(text).size <= 4) return true;
  if (isRun(text.replace(/[^\p{L}\d]/gu, "")) || COMMON_WORDS.includes(core)) return true;
  // "Password2026!!": what is left after common words, years, runs of digits and signs are taken out.
  const without = [...COMMON_WORDS]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, " "), text);
  if (without === text) return false;
  const rest = (without.match(/\p{L}+|\d{5,}/gu) ?? []).filter((piece) => !isRun(period(piece)));
  return rest.join("").length < 5;
}

/** What is wrong with a new password for this account; null when it will do. */
export function passwordProblem(
  password: string,
  account: { email: string; name: string },
): PasswordProblem | null {
  const text = password.normalize("NFKC");
  if ([...text].length < SHORTEST_PASSWORD) return "too-short";
  if ([...text].length > LONGEST_PASSWORD) return "too-long";
  if (isCommon(text)) return "common";
  const own = [account.email, account.email.split("@")[0] ?? "", account.name.replace(/\s+/g, "")]
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => word.length >= 4);
  const rest = own.reduce((left, word) => left.replaceAll(word, ""), text.toLowerCase());
  return rest.length < 6 && rest.length < text.length ? "like-account" : null;
}
