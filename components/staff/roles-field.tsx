"use client";

import { useState } from "react";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { FieldProblem } from "@/components/ui/field";
import { ROLES, type Role } from "@/db/enums";
import { ROLE_SCOPES } from "@/lib/auth/permission";
import type { RoleRow } from "@/lib/auth/queries";
import { roleLabels, staffLabels } from "./labels";

export type SectionChoice = { id: number; name: string };

const ALL = "*";

/** Which roles, and where each is held. Sends `roles[]` values like `section:3` and `triage:*`. */
export function RolesField({
  sections,
  held,
  error,
}: {
  sections: SectionChoice[];
  held: RoleRow[];
  error?: string;
}) {
  const [places, setPlaces] = useState<Partial<Record<Role, string[]>>>(() => {
    const given: Partial<Record<Role, string[]>> = {};
    for (const { role, sectionId } of held)
      given[role] = [...(given[role] ?? []), sectionId === null ? ALL : String(sectionId)];
    return given;
  });
  const choose = (role: Role, chosen: string[] | undefined) =>
    setPlaces((now) => ({ ...now, [role]: chosen }));
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby="roles-hint">
      <legend className="mb-1 font-bold leading-6">{staffLabels.roles}</legend>
      <p id="roles-hint" className="text-sm text-muted">
        {staffLabels.rolesNoneHint}
      </p>
      {ROLES.map((role) => {
        const chosen = places[role];
        const scope = ROLE_SCOPES[role];
        return (
          <div key={role} className="rounded-8 border border-line px-3 py-1.5 has-checked:border-accent">
            <Checkbox
              checked={chosen !== undefined}
              onChange={(on) => choose(role, on ? (scope === "one" ? [] : [ALL]) : undefined)}
            >
              <span className="font-medium">{roleLabels[role].name}</span>
              <span className="block text-sm leading-5 text-muted">{roleLabels[role].what}</span>
            </Checkbox>
            {chosen && scope !== "all" && (
              <div className="mb-2 ml-7">
                <CheckboxGroup
                  label={`${roleLabels[role].name}: ${staffLabels.sections}`}
                  labelHidden
                  value={chosen}
                  onChange={(next) => choose(role, narrowed(next, chosen))}
                  className="max-h-56 overflow-y-auto rounded-6 bg-sunken px-3 py-1.5"
                >
                  {scope === "either" && <Checkbox value={ALL}>{staffLabels.allSections}</Checkbox>}
                  {sections.map((section) => (
                    <Checkbox key={section.id} value={String(section.id)}>
                      {section.name}
                    </Checkbox>
                  ))}
                </CheckboxGroup>
              </div>
            )}
            {chosen?.map((place) => (
              <input key={place} type="hidden" name="roles[]" value={`${role}:${place}`} />
            ))}
          </div>
        );
      })}
      {error && <FieldProblem error={error} />}
    </fieldset>
  );
}

/** All sections, or some: the last choice wins over the other kind. */
function narrowed(next: string[], before: string[]): string[] {
  if (next.includes(ALL) && !before.includes(ALL)) return [ALL];
  return next.length > 1 ? next.filter((place) => place !== ALL) : next;
}
