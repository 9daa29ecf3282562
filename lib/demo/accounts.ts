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

const person = (email: string, name: string, post: string, sectionKey: string): DemoAccount => ({
  email: `${email}@demo.example`,
  name,
  post,
  roles: [{ role: "section", sectionKey }],
});

const SECTIONS: Record<DemoCity, DemoAccount[]> = {
  kumamoto: [
    person("chuo", "中央区土木センター 道路班", "担当課（中央区）", "works-chuo"),
    person("higashi", "東区土木センター 維持班", "担当課（東区）", "works-higashi"),
    person("nishi", "西区土木センター 維持班", "担当課（西区）", "works-nishi"),
    person("minami", "南区土木センター 維持班", "担当課（南区）", "works-minami"),
    person("kita", "北区土木センター 維持班", "担当課（北区）", "works-kita"),
    person("gomi", "事業ごみ対策課 巡回班", "担当課（持ち去り）", "waste"),
    person("suido", "上下水道局 漏水担当", "担当課（漏水）", "water"),
  ],
  musashino: [
    person("douro", "道路管理課 道路整備係", "担当課（道路）", "roads"),
    person("midori", "緑のまち推進課 公園係", "担当課（公園・街路樹）", "green"),
    person("gesui", "下水道課 施設管理係", "担当課（下水）", "sewer"),
  ],
};

/** A second post in each section that has a login: it works cases, nobody signs in as it. */
export const demoCrews = (city: DemoCity): Omit<DemoAccount, "post">[] =>
  SECTIONS[city].map(({ email, name, roles }) => ({
    email: email.replace("@", "-2@"),
    name: `${name.split(" ")[0]} 現地確認班`,
    roles,
  }));

export const DESK_EMAIL = "triage@demo.example";

export const demoAccounts = (city: DemoCity): DemoAccount[] => [...COMMON, ...SECTIONS[city], ...LAST];
