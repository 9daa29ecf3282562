import type { Metadata } from "next";
import { InterestsPanel } from "@/components/preferences/interests-panel";
import { preferencesLabels } from "@/components/preferences/labels";
import { OptionsPanel } from "@/components/preferences/options-panel";
import { QuestionsPanel } from "@/components/preferences/questions-panel";
import { PageHeader } from "@/components/ui/page-header";
import { TRAITS } from "@/db/enums";
import { loadContent } from "@/lib/preferences/content/loaders";

export const metadata: Metadata = { title: preferencesLabels.title };

export default async function PreferencesPage() {
  const { interests, questions, options, now } = await loadContent();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={preferencesLabels.title} lead={preferencesLabels.lead} />
      <InterestsPanel rows={interests} now={now} />
      <QuestionsPanel rows={questions} />
      {TRAITS.map((trait) => (
        <OptionsPanel key={trait} trait={trait} rows={options[trait]} now={now} />
      ))}
    </div>
  );
}
