import { cleanText } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";

/** What the audit page's address says. Nothing in it can fail: what makes no sense is left out. */
export type AuditFilter = {
  staffId: number | null;
  action: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  from: Date | null;
  /** Exclusive. */
  until: Date | null;
};
export type AuditSearch = { filter: AuditFilter; before: number | null };

type Params = Record<string, string | string[] | undefined>;
const DAY_MS = 86_400_000;

const one = (params: Params, key: string): string => {
  const value = params[key];
  return cleanText((Array.isArray(value) ? value[0] : value) ?? "")
    .normalize("NFKC")
    .trim();
};

const idOf = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

const staffIdOf = (text: string): number | null => {
  const id = idOf(text);
  return id !== null && id < 2 ** 31 ? id : null;
};

export function parseAuditSearch(params: Params): AuditSearch {
  const action = one(params, "action");
  const from = parseIsoDate(one(params, "from"));
  const to = parseIsoDate(one(params, "to"));
  const subjectKind = one(params, "subject").slice(0, 40);
  const subjectId = one(params, "id").slice(0, 80);
  return {
    filter: {
      staffId: staffIdOf(one(params, "staff")),
      action: /^[a-z.-]{1,60}$/.test(action) ? action : null,
      subjectKind: subjectKind || null,
      subjectId: subjectId || null,
      from,
      until: to && new Date(to.getTime() + DAY_MS),
    },
    before: idOf(one(params, "before")),
  };
}
