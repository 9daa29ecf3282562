import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MenuEditor } from "@/components/menu/editor/menu-editor";
import { MODE_LABELS, menuLabels } from "@/components/menu/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { MENU_MODES } from "@/db/enums";
import { loadMenuEditor } from "@/lib/menus/loaders";

type Props = {
  params: Promise<{ mode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const modeOf = (text: string) => MENU_MODES.find((mode) => mode === text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const mode = modeOf((await params).mode);
  return { title: mode ? menuLabels.editTitle(MODE_LABELS[mode]) : menuLabels.title };
}

export default async function MenuEditorPage({ params, searchParams }: Props) {
  const mode = modeOf((await params).mode);
  if (!mode) notFound();
  const loaded = await loadMenuEditor(mode);
  const tab = Number((await searchParams).tab ?? 1);
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader
        above={<TextLink href="/menu">{menuLabels.back}</TextLink>}
        title={menuLabels.editTitle(MODE_LABELS[mode])}
        lead={menuLabels.editLead}
      />
      {loaded.content ? (
        <MenuEditor
          key={loaded.draftAt?.getTime() ?? "live"}
          mode={mode}
          content={loaded.content}
          draft={loaded.draft}
          targets={loaded.targets}
          firstTab={tab}
          versions={loaded.versions}
          now={loaded.now}
        />
      ) : (
        <EmptyState icon="smartphone" title={menuLabels.noContent}>
          {menuLabels.noContentHelp}
        </EmptyState>
      )}
    </div>
  );
}
