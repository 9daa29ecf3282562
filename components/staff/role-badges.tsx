import { Badge } from "@/components/ui/badge";
import type { RoleRow } from "@/lib/auth/queries";
import { roleLabels, staffLabels } from "./labels";

/** Roles with the sections they are held in, as words. */
export function RoleBadges({ roles }: { roles: RoleRow[] }) {
  if (roles.length === 0) {
    return (
      <Badge tone="warning" icon="triangle-alert" size="sm">
        {staffLabels.rolesNone}
      </Badge>
    );
  }
  return (
    <ul className="flex flex-wrap gap-1.5">
      {roles.map((held) => (
        <li key={`${held.role}:${held.sectionId}`} className="max-w-full">
          <Badge
            size="sm"
            tone={held.role === "administrator" ? "accent" : "neutral"}
            className="max-w-full whitespace-normal"
          >
            {roleLabels[held.role].name}
            {held.sectionName && `：${held.sectionName}`}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
