"use client";

import { channelLabels } from "@/components/channel/labels";
import { TextLink } from "@/components/ui/link-button";
import { Banner } from "@/components/ui/notice";
import type { ChannelTrouble } from "@/lib/delivery/view";
import { shellLabels } from "./labels";
import { usePolled } from "./use-polled";

const KNOWN: readonly string[] = Object.keys(channelLabels.headline);

const read = (answer: unknown): ChannelTrouble | null => {
  const { trouble } = answer as { trouble?: unknown };
  return typeof trouble === "string" && KNOWN.includes(trouble) ? (trouble as ChannelTrouble) : null;
};

/** Says on every page, without a reload, that nothing goes out to LINE: what happened, what was kept, what to do. */
export function ChannelWatch({ trouble: drawn }: { trouble: ChannelTrouble }) {
  const trouble = usePolled(drawn, "/api/channel", read);
  return (
    <div role="status" className="print:hidden">
      {trouble !== "ok" && (
        <Banner
          tone={trouble === "breaker" ? "warning" : "danger"}
          live={undefined}
          action={<TextLink href="/channel">{shellLabels.toChannel}</TextLink>}
        >
          <strong className="mr-2 font-bold">{channelLabels.headline[trouble]}</strong>
          <span className="font-normal">{channelLabels.why[trouble]}</span>
        </Banner>
      )}
    </div>
  );
}
