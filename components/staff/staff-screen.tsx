"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffRow } from "@/lib/auth/queries";
import { InviteDialog } from "./invite-dialog";
import { staffLabels } from "./labels";
import { LinkDialog, type ShownLink } from "./link-dialog";
import { PasswordGuard } from "./password-guard";
import { RolesDialog } from "./roles-dialog";
import type { SectionChoice } from "./roles-field";
import { StaffCard } from "./staff-card";

type Props = { people: StaffRow[]; sections: SectionChoice[]; ownId: number; now: Date };

export function StaffScreen({ people, sections, ownId, now }: Props) {
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<StaffRow | null>(null);
  const [link, setLink] = useState<ShownLink | null>(null);
  const own = people.find((person) => person.id === ownId);
  return (
    <PasswordGuard email={own?.email ?? ""}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-8">
        <PageHeader
          title={staffLabels.title}
          lead={staffLabels.lead}
          actions={
            <Button variant="primary" icon="user-plus" onPress={() => setInviting(true)}>
              {staffLabels.invite}
            </Button>
          }
        />
        <Card className="overflow-hidden">
          <p className="border-b border-line px-4 py-2.5 text-sm text-muted sm:px-5">
            {staffLabels.count(people.length)}
          </p>
          <ul aria-label={staffLabels.list} className="divide-y divide-line">
            {people.map((person) => (
              <StaffCard
                key={person.id}
                person={person}
                own={person.id === ownId}
                now={now}
                onChange={() => setChanging(person)}
                onLink={(address) => setLink({ name: person.name, address })}
              />
            ))}
          </ul>
        </Card>
        <InviteDialog
          open={inviting}
          sections={sections}
          onClose={() => setInviting(false)}
          onInvited={(name, address) => {
            setInviting(false);
            setLink({ name, address });
          }}
        />
        <RolesDialog person={changing} sections={sections} onClose={() => setChanging(null)} />
        <LinkDialog link={link} onClose={() => setLink(null)} />
      </div>
    </PasswordGuard>
  );
}
