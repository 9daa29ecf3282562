import type { Metadata } from "next";
import { accountLabels } from "@/components/account/labels";
import { LinePanel } from "@/components/account/line-panel";
import { PasswordPanel } from "@/components/account/password-panel";
import { SessionsPanel } from "@/components/account/sessions-panel";
import { RoleBadges } from "@/components/staff/role-badges";
import { Panel } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { loadAccount } from "@/lib/auth/loaders";
import { loadBoundLines } from "@/lib/preferences/staff/loaders";

export const metadata: Metadata = { title: accountLabels.title };

export default async function AccountPage() {
  const [{ name, email, roles, sessions, now }, lines] = await Promise.all([loadAccount(), loadBoundLines()]);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={accountLabels.title} />
      <Panel title={accountLabels.profile}>
        <KeyValueList
          items={[
            { key: "name", label: accountLabels.name, value: name },
            { key: "email", label: accountLabels.email, value: email },
            { key: "roles", label: accountLabels.roles, value: <RoleBadges roles={roles} /> },
          ]}
        />
        <p className="mt-2 text-sm leading-6 text-muted">{accountLabels.profileHint}</p>
      </Panel>
      <LinePanel {...lines} />
      <SessionsPanel sessions={sessions} now={now} />
      <PasswordPanel email={email} />
    </div>
  );
}
