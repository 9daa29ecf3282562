import type { ReactNode } from "react";
import { DraftBanner } from "@/components/chatbot/draft-banner";
import { PageHeader } from "@/components/ui/page-header";
import type { BotFrameData } from "@/lib/chatbot/desk/loaders";
import { BotNav, type BotPage } from "./bot-nav";
import { deskLabels as t } from "./labels";

type Props = {
  page: BotPage;
  frame: BotFrameData;
  actions?: ReactNode;
  children: ReactNode;
};

/** What every page of 応答 has above it: its name, its neighbours, and the draft with its next step. */
export function BotFrame({ page, frame, actions, children }: Props) {
  const { state, may, openMisses, hidden } = frame;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 md:px-8">
      <PageHeader title={t.title} lead={t.lead} actions={actions} />
      <BotNav current={page} openMisses={openMisses} />
      <DraftBanner
        state={state}
        mayPublish={may.publish}
        mayDiscard={may.writeAll}
        differenceHref={page === "versions" ? null : "/bot/versions"}
        warnings={hidden.length > 0 ? [t.hiddenWarning(hidden.length)] : []}
      />
      {children}
    </div>
  );
}
