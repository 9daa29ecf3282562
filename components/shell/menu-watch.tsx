"use client";

import { TextLink } from "@/components/ui/link-button";
import { Banner } from "@/components/ui/notice";
import type { MenuMode } from "@/db/enums";
import { shellLabels } from "./labels";
import { usePolled } from "./use-polled";

const read = (answer: unknown): MenuMode | null => {
  const { live } = answer as { live?: { mode?: unknown } };
  return live?.mode === "normal" || live?.mode === "disaster" ? live.mode : null;
};

/** Says on every page, without a reload, that residents have the menu for disasters: nobody should forget to turn it back. */
export function MenuWatch({ mode: drawn }: { mode: MenuMode }) {
  const mode = usePolled(drawn, "/api/menu/pulse", read);
  return (
    <div role="status" className="print:hidden">
      {mode === "disaster" && (
        <Banner
          tone="danger"
          live={undefined}
          action={<TextLink href="/menu">{shellLabels.toMenu}</TextLink>}
        >
          <strong className="mr-2 font-bold">{shellLabels.disasterMenu}</strong>
          <span className="font-normal">{shellLabels.disasterMenuWhy}</span>
        </Banner>
      )}
    </div>
  );
}
