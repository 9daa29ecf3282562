/** How much of what: `seed` and `friends` are what the LINE sandbox is told to know the same residents. */
export type FillPlan = {
  seed: string;
  friends: number;
  reports: number;
  questions: number;
  broadcasts: number;
  /** How far back it goes. */
  days: number;
};
export const TWO_YEARS = 730;

/** `npm run db:fill -- --friends N --reports N --questions N [--broadcasts N --days N --seed TEXT]`; null: not that. */
export function parseFillPlan(args: readonly string[]): FillPlan | null {
  const plan: FillPlan = {
    seed: "fill",
    friends: 0,
    reports: 0,
    questions: 0,
    broadcasts: 104,
    days: TWO_YEARS,
  };
  const rest = [...args];
  while (rest.length > 0) {
    const flag = rest.shift();
    const value = rest.shift();
    if (value === undefined || value.startsWith("--")) return null;
    if (flag === "--seed") {
      if (!/^[\w-]{1,40}$/.test(value)) return null;
      plan.seed = value;
      continue;
    }
    const name = flag?.slice(2);
    const n = Number(value);
    if (!Number.isSafeInteger(n) || n < 0) return null;
    if (name === "friends" || name === "reports" || name === "questions" || name === "broadcasts")
      plan[name] = n;
    else if (name === "days" && n > 0) plan.days = n;
    else return null;
  }
  return plan.friends + plan.reports + plan.questions > 0 ? plan : null;
}
