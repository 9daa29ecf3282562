import { DifferenceView } from "@/components/chatbot/difference-view";
import { bookLabels } from "@/components/chatbot/labels";
import { VersionsPanel } from "@/components/chatbot/versions-panel";
import { Panel } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link-button";
import type { LoadedBotVersions } from "@/lib/chatbot/desk/loaders";
import { faqContent } from "@/lib/chatbot/faq/content";
import { BotFrame } from "./bot-frame";
import { ContentDifference } from "./content-difference";
import { deskLabels as t } from "./labels";

/** What the draft (or an older version) changes, and every version there was. */
export function VersionsView({ loaded }: { loaded: LoadedBotVersions }) {
  const { frame, versions, difference, versionId, phones } = loaded;
  const isOlder = difference !== null && versionId !== null;
  return (
    <BotFrame page="versions" frame={frame}>
      <Panel
        title={isOlder ? bookLabels.compareOf(difference.to.number) : t.draftDifference}
        actions={isOlder && <TextLink href="/bot/versions">{t.toDraft}</TextLink>}
      >
        {difference ? (
          <DifferenceView
            book="faq"
            lines={difference.lines}
            content={
              difference.isContentChanged ? (
                <ContentDifference
                  before={faqContent.parse(difference.from?.content ?? {})}
                  after={faqContent.parse(difference.to.content)}
                  phones={phones}
                />
              ) : null
            }
          />
        ) : (
          <p className="text-muted">{t.noDraft}</p>
        )}
      </Panel>
      <VersionsPanel
        book="faq"
        versions={versions}
        mayPublish={frame.may.publish}
        compareHref="/bot/versions"
        compared={versionId}
      />
    </BotFrame>
  );
}
