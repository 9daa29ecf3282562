"use client";

import { useState, useTransition } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { IconName } from "@/components/ui/icon";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import {
  disableStaffAction,
  enableStaffAction,
  endStaffSessionsAction,
  reissueLinkAction,
} from "@/lib/auth/actions";
import type { StaffRow, StaffState } from "@/lib/auth/queries";
import { moment } from "./date-words";
import { staffLabels } from "./labels";
import { usePasswordGuard } from "./password-guard";
import { RoleBadges } from "./role-badges";

const STATE: Record<StaffState, { tone: BadgeTone; icon: IconName }> = {
  active: { tone: "success", icon: "circle-check" },
  invited: { tone: "warning", icon: "clock" },
  disabled: { tone: "neutral", icon: "ban" },
};

type Props = {
  person: StaffRow;
  own: boolean;
  now: Date;
  onChange: () => void;
  onLink: (address: string) => void;
};
type Answer = { ok: true; value: unknown } | { ok: false; reason: string; message: string };

export function StaffCard({ person, own, now, onChange, onLink }: Props) {
  const toast = useToast();
  const hold = usePasswordGuard();
  const [asking, setAsking] = useState<"end" | "disable" | null>(null);
  const [pending, start] = useTransition();
  const perform = (act: () => Promise<Answer>, done: string) =>
    start(async () => {
      const answer = await act();
      if (hold(answer, () => perform(act, done))) return;
      setAsking(null);
      toast(answer.ok ? done : answer.message, answer.ok ? "success" : "danger");
    });
  const issue = () =>
    start(async () => {
      const answer = await reissueLinkAction({ staffId: person.id });
      if (hold(answer, issue)) return;
      if (answer.ok) onLink(answer.value.link);
      else toast(answer.message, "danger");
    });
  const staffId = person.id;
  const off = person.state === "disabled";
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-2 px-4 py-3.5 sm:px-5 lg:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_16rem_auto] lg:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-bold leading-6">
          <span className={off ? "text-muted" : ""}>{person.name}</span>
          {own && (
            <Badge size="sm" tone="accent">
              {staffLabels.you}
            </Badge>
          )}
        </p>
        <p className="text-sm leading-5 break-all text-muted">{person.email}</p>
      </div>
      <div className="col-span-full row-start-2 lg:col-span-1 lg:row-start-auto">
        <RoleBadges roles={person.roles} />
      </div>
      <div className="col-span-full text-sm leading-6 text-muted lg:col-span-1">
        <Badge size="sm" {...STATE[person.state]}>
          {staffLabels.states[person.state]}
        </Badge>{" "}
        {person.sessions > 0 && (
          <span className="whitespace-nowrap">{staffLabels.openSessions(person.sessions)}</span>
        )}
        <p>
          {person.linkUntil && staffLabels.linkUntil(moment(person.linkUntil, now))}
          {!person.linkUntil &&
            person.lastSignInAt &&
            staffLabels.lastSignIn(moment(person.lastSignInAt, now))}
          {!person.linkUntil && !person.lastSignInAt && staffLabels.never}
        </p>
      </div>
      <div className="col-start-2 row-start-1 lg:col-start-4">
        <Menu
          label={staffLabels.actions(person.name)}
          trigger={
            <IconButton
              icon="ellipsis"
              label={staffLabels.actions(person.name)}
              pending={pending}
              placement="left"
            />
          }
        >
          <MenuItem icon="shield-check" onAction={onChange}>
            {staffLabels.change}
          </MenuItem>
          {!off && (
            <MenuItem icon="key" onAction={issue}>
              {staffLabels.link}
            </MenuItem>
          )}
          {person.sessions > 0 && (
            <MenuItem icon="log-out" onAction={() => setAsking("end")}>
              {staffLabels.endSessions}
            </MenuItem>
          )}
          {!own && <MenuSeparator />}
          {!own && !off && (
            <MenuItem icon="ban" danger onAction={() => setAsking("disable")}>
              {staffLabels.disable}
            </MenuItem>
          )}
          {!own && off && (
            <MenuItem
              icon="rotate-ccw"
              onAction={() => perform(() => enableStaffAction({ staffId }), staffLabels.enabled(person.name))}
            >
              {staffLabels.enable}
            </MenuItem>
          )}
        </Menu>
      </div>
      <ConfirmDialog
        open={asking === "end"}
        onOpenChange={() => setAsking(null)}
        title={staffLabels.endSessionsTitle(person.name)}
        confirm={staffLabels.endSessionsConfirm(person.sessions)}
        pending={pending}
        onConfirm={() => perform(() => endStaffSessionsAction({ staffId }), staffLabels.ended(person.name))}
      >
        {staffLabels.endSessionsText}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "disable"}
        onOpenChange={() => setAsking(null)}
        title={staffLabels.disableTitle(person.name)}
        confirm={staffLabels.disableConfirm}
        danger
        pending={pending}
        onConfirm={() => perform(() => disableStaffAction({ staffId }), staffLabels.disabled(person.name))}
      >
        {staffLabels.disableText}
      </ConfirmDialog>
    </li>
  );
}
