"use client";

import { useRef, useState } from "react";
import { useBookDeed } from "@/components/chatbot/use-book-deed";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { MoveButtons } from "@/components/ui/move-buttons";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { LoadedBotTopics } from "@/lib/chatbot/desk/loaders";
import { saveContentAction } from "@/lib/chatbot/entries/actions";
import type { FaqContent, Topic } from "@/lib/chatbot/faq/content";
import { BotFrame } from "./bot-frame";
import { TopicDialog } from "./topic-dialog";
import { topicLabels as t } from "./topic-labels";

const FIRST = "first";
const MOST = 12;

/** The topics, in the order of their buttons, and the phone that is offered when nothing was found. */
export function TopicsView({ loaded }: { loaded: LoadedBotTopics }) {
  const { frame, content, uses, phones } = loaded;
  const toast = useToast();
  const deed = useBookDeed();
  const [editing, setEditing] = useState<Topic | "new" | null>(null);
  const [removing, setRemoving] = useState<Topic | null>(null);
  const mayWrite = frame.may.writeAll;
  const { topics } = content;

  const save = async (next: Partial<FaqContent>): Promise<boolean> => {
    const wanted = { was: content, content: { ...content, ...next } };
    const done = await deed.run(() => saveContentAction(wanted));
    if (done) toast(t.saved, "success");
    return done;
  };
  // One move at a time: the next is made from the order that the last one led to.
  const moved = useRef<FaqContent | null>(null);
  const move = async (at: number, by: -1 | 1) => {
    if (moved.current === content) return;
    moved.current = content;
    const order = [...topics];
    const [one] = order.splice(at, 1);
    if (one) order.splice(at + by, 0, one);
    if (!(await save({ topics: order }))) moved.current = null;
  };
  const put = (topic: Topic) =>
    save({
      topics: topics.some((one) => one.key === topic.key)
        ? topics.map((one) => (one.key === topic.key ? topic : one))
        : [...topics, topic],
    });
  return (
    <BotFrame page="topics" frame={frame}>
      {deed.problem && (
        <Notice tone="danger" live="alert">
          {deed.problem}
        </Notice>
      )}
      <Panel
        title={t.topics}
        actions={
          mayWrite &&
          topics.length < MOST && (
            <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
              {t.add}
            </Button>
          )
        }
      >
        <p className="text-sm leading-6 text-muted">{t.topicsHelp}</p>
        {topics.length === 0 && (
          <EmptyState icon="list" title={t.none}>
            {t.noneHelp}
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {topics.map((topic, at) => (
            <TopicRow
              key={topic.key}
              topic={topic}
              uses={uses[topic.key] ?? 0}
              mayWrite={mayWrite}
              pending={deed.pending}
              at={at}
              of={topics.length}
              onMove={(by) => void move(at, by)}
              onEdit={() => setEditing(topic)}
              onRemove={() => setRemoving(topic)}
            />
          ))}
        </ul>
      </Panel>
      <Panel title={t.counter}>
        {phones.length === 0 ? (
          <p className="text-muted">{t.noPhones}</p>
        ) : (
          <Select
            label={t.counter}
            labelHidden
            description={t.counterHelp}
            disabled={!mayWrite || deed.pending}
            choices={[
              { id: FIRST, label: t.firstPhone },
              ...phones.map(({ key, label, number }) => ({ id: key, label: t.phone(label, number) })),
            ]}
            value={content.phoneKey ?? FIRST}
            onChange={(id) => void save({ phoneKey: id === FIRST ? null : id })}
            className="max-w-lg"
          />
        )}
      </Panel>
      {editing && (
        <TopicDialog
          topic={editing === "new" ? null : editing}
          pending={deed.pending}
          problem={deed.problem}
          onSave={put}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <ConfirmDialog
          open
          danger
          onOpenChange={() => setRemoving(null)}
          title={t.removeTitle(removing.label.ja)}
          confirm={t.removeOf(removing.label.ja)}
          pending={deed.pending}
          onConfirm={async () => {
            if (await save({ topics: topics.filter((one) => one.key !== removing.key) })) setRemoving(null);
          }}
        >
          {t.removeBody}
        </ConfirmDialog>
      )}
    </BotFrame>
  );
}

function TopicRow(props: {
  topic: Topic;
  uses: number;
  mayWrite: boolean;
  pending: boolean;
  at: number;
  of: number;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { topic, uses, mayWrite, pending, at, of, onMove, onEdit, onRemove } = props;
  const name = topic.label.ja;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-bold leading-6">{name}</p>
        <p className="text-sm leading-5 text-muted tabular">{t.uses(uses)}</p>
      </div>
      {mayWrite && (
        <div className="flex flex-wrap items-center gap-1">
          <MoveButtons {...{ name, at, of, onMove }} up={t.up(name)} down={t.down(name)} />
          <Button size="sm" aria-label={t.editOf(name)} disabled={pending} onPress={onEdit}>
            {t.edit}
          </Button>
          {uses === 0 && (
            <Button size="sm" aria-label={t.removeOf(name)} disabled={pending} onPress={onRemove}>
              {t.remove}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
