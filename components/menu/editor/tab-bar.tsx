"use client";

import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { freshTab } from "@/lib/menus/edit";
import { MENU_LIMITS, type MenuContent } from "@/lib/menus/plan";
import { editorLabels as t } from "./labels";

type Props = {
  content: MenuContent;
  index: number;
  onOpen: (index: number) => void;
  onChange: (content: MenuContent) => void;
};

/** Which tab is edited; one can be added or taken away. */
export function TabBar({ content, index, onOpen, onChange }: Props) {
  const [removing, setRemoving] = useState(false);
  const { tabs } = content;
  const add = () => {
    onChange({ ...content, tabs: [...tabs, freshTab()] });
    onOpen(tabs.length);
  };
  const remove = () => {
    onChange({ ...content, tabs: tabs.filter((_, i) => i !== index) });
    onOpen(Math.max(0, index - 1));
    setRemoving(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t.tabs}
        segments={tabs.map((tab, i) => ({ id: String(i), label: t.tab(i + 1, tab.title) }))}
        selected={String(index)}
        onSelect={(id) => onOpen(Number(id))}
        className="max-w-full flex-wrap"
      />
      {tabs.length < MENU_LIMITS.tabs && (
        <Button size="sm" icon="plus" onPress={add}>
          {t.addTab}
        </Button>
      )}
      {tabs.length > 1 && (
        <IconButton
          size="sm"
          icon="trash-2"
          label={t.removeTab(index + 1)}
          onPress={() => setRemoving(true)}
        />
      )}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t.removeTitle(index + 1)}
        confirm={t.removeTab(index + 1)}
        danger
        onConfirm={remove}
      >
        {t.removeText}
      </ConfirmDialog>
    </div>
  );
}
