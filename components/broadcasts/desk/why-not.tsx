"use client";

import { WhyPanel } from "@/components/segments/why-panel";
import { explainBroadcastAction } from "@/lib/broadcasts/actions";
import { whyNotLabels as t } from "./labels";

/** 「なぜ届かない?」 of this broadcast: what became of it for one resident, or whether it will reach them. */
export function WhyNot({ id, isOver }: { id: string; isOver: boolean }) {
  return (
    <WhyPanel words={isOver ? t.over : t.coming} explain={(who) => explainBroadcastAction({ id, who })} />
  );
}
