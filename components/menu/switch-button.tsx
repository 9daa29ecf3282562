"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import type { MenuMode } from "@/db/enums";
import { switchMenuAction } from "@/lib/menus/actions";
import { MODE_LABELS, menuLabels as t } from "./labels";

/** Turns everybody's menu, after saying what will happen to whom. */
export function SwitchButton({ to, disabled }: { to: MenuMode; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const toast = useToast();
  const refresh = useRefresh();
  const name = MODE_LABELS[to];
  const perform = () =>
    start(async () => {
      const result = await switchMenuAction({ to }).catch(() => null);
      setOpen(false);
      if (result?.ok) toast(t.switched(name), "success");
      else toast(result?.message ?? uiLabels.notSent, "danger");
      refresh();
    });
  const toDisaster = to === "disaster";
  return (
    <>
      <Button
        variant={toDisaster ? "danger" : "primary"}
        icon={toDisaster ? "siren" : "house"}
        disabled={disabled}
        onPress={() => setOpen(true)}
        className="max-sm:w-full"
      >
        {toDisaster ? t.toDisaster : t.toNormal}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t.switchTitle(name)}
        confirm={t.switchConfirm(name)}
        danger={toDisaster}
        pending={pending}
        onConfirm={perform}
      >
        <p className="leading-7">{t.switchText[to]}</p>
        <p className="mt-2 text-sm leading-6 text-muted">{t.switchWhen}</p>
      </ConfirmDialog>
    </>
  );
}
