"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { uiLabels } from "@/components/ui/labels";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { repairMenuAction } from "@/lib/menus/actions";
import { menuLabels as t } from "./labels";

/** Brings LINE to what is wanted once more. */
export function RepairButton() {
  const [pending, start] = useTransition();
  const toast = useToast();
  const refresh = useRefresh();
  const perform = () =>
    start(async () => {
      const result = await repairMenuAction({}).catch(() => null);
      if (result?.ok) toast(t.repairDone, "success");
      else toast(result?.message ?? uiLabels.notSent, "danger");
      refresh();
    });
  return (
    <Button icon="rotate-ccw" pending={pending} onPress={perform}>
      {t.repair}
    </Button>
  );
}
