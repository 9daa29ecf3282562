import type { Role } from "@/db/enums";
import type { DemoCity } from "./cities";

/**
 * Logins of the demo, made only in demo mode and printed by it. Names are posts, not persons. `sectionKey` null: the
 * role holds in every section; keys are those of lib/presets/<city>.
 */
export type DemoAccount = {
  email: string;
  name: string;
  post: string;
  roles: { role: Role; sectionKey: string | null }[];
};

export const DEMO_PASSWORD = "madoguchi-demo";

const everywhere = (role: Role) => [{ role, sectionKey: null }];

const COMMON: DemoAccount[] = [
  {
    email: "admin@demo.example",
    name: "情報政策課 管理担当",
    post: "システム管理者",
    roles: everywhere("administrator"),
  },
  {
    email: "triage@demo.example",
    name: "情報政策課 受付担当",
    post: "受付（すべての通報）",
    roles: everywhere("triage"),
  },
];

const LAST: DemoAccount[] = [
  { email: "author@demo.example", name: "広報課 作成担当", post: "配信の作成", roles: everywhere("author") },
  {
    email: "approver@demo.example",
    name: "広報課 承認担当",
    post: "配信の承認",
    roles: everywhere("approver"),
  },
  { email: "viewer@demo.example", name: "見学担当", post: "閲覧のみ", roles: everywhere("viewer") },
];

const SECTIONS: Record<DemoCity, DemoAccount[]> = {
  kumamoto: [],
  musashino: [],
};

export const demoAccounts = (city: DemoCity): DemoAccount[] => [...COMMON, ...SECTIONS[city], ...LAST];
