"use client";

import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { MenuAction } from "@/lib/menus/plan";
import type { Targets } from "@/lib/menus/view";
import { ACTION_LABELS } from "../labels";
import { editorLabels as t } from "./labels";

type Props = {
  action: MenuAction;
  targets: Targets;
  errorOf: (field: string) => string | undefined;
  onChange: (action: MenuAction) => void;
};

/** The bot offers its topics. */
const ALL_TOPICS = "all";

const kinds = (Object.keys(ACTION_LABELS) as MenuAction["kind"][]).map((id) => ({
  id,
  label: ACTION_LABELS[id],
}));

const fresh = (kind: MenuAction["kind"], { starts }: Targets): MenuAction => {
  switch (kind) {
    case "start":
      return { kind, scenario: starts[0]?.id ?? "" };
    case "topic":
      return { kind, topic: ALL_TOPICS };
    case "say":
      return { kind, text: "" };
    case "call":
      return { kind, number: "" };
    case "link":
      return { kind, url: "https://" };
    case "preferences":
      return { kind };
  }
};

/** What a tap does, and what that needs to know. */
export function ActionFields({ action, targets, errorOf, onChange }: Props) {
  return (
    <>
      <Select
        label={t.action}
        choices={kinds}
        value={action.kind}
        onChange={(id) => onChange(fresh(id as MenuAction["kind"], targets))}
      />
      {action.kind === "start" && (
        <Select
          label={t.start}
          choices={[...targets.starts]}
          value={action.scenario}
          onChange={(scenario) => onChange({ kind: "start", scenario })}
          error={errorOf("action.scenario")}
        />
      )}
      {action.kind === "topic" && (
        <Select
          label={t.topic}
          choices={[{ id: ALL_TOPICS, label: t.allTopics }, ...targets.topics]}
          value={action.topic}
          onChange={(topic) => onChange({ kind: "topic", topic })}
          error={errorOf("action.topic")}
        />
      )}
      {action.kind === "say" && (
        <TextField
          label={t.say}
          description={t.sayHint}
          value={action.text}
          onChange={(text) => onChange({ kind: "say", text })}
          error={errorOf("action.text")}
          autoComplete="off"
        />
      )}
      {action.kind === "call" && (
        <TextField
          label={t.call}
          type="tel"
          value={action.number}
          onChange={(number) => onChange({ kind: "call", number })}
          error={errorOf("action.number")}
          autoComplete="off"
        />
      )}
      {action.kind === "link" && (
        <TextField
          label={t.link}
          description={t.linkHint}
          type="url"
          value={action.url}
          onChange={(url) => onChange({ kind: "link", url })}
          error={errorOf("action.url")}
          autoComplete="off"
        />
      )}
    </>
  );
}
