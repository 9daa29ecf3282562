"use client";

import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MoveButtons } from "@/components/ui/move-buttons";
import { filledKeys, swapped, without } from "@/components/ui/row-keys";
import type { Spoken } from "@/db/enums";
import { BLOCK_KINDS, type Block, type BlockKind, CONTENT_LIMITS, emptyBlock } from "@/lib/broadcasts/block";
import type { Problem } from "@/lib/broadcasts/check";
import type { MediaPlaces } from "@/lib/media/place";
import { BLOCK_LABELS, composerLabels as t } from "../labels";
import { BlockFields } from "./block-fields";
import { errorsOf } from "./errors";
import type { NewPlace } from "./media-field";

const ICONS: Record<BlockKind, IconName> = {
  text: "message-text",
  image: "image",
  imagemap: "map",
  card: "newspaper",
  carousel: "columns",
  buttons: "list",
};

type Props = {
  spoken: Spoken;
  blocks: Block[];
  problems: readonly Problem[];
  asked: boolean;
  places: MediaPlaces;
  onPlace: NewPlace;
  onChange: (blocks: Block[]) => void;
};

/** One to five messages of one wording, in the order they arrive. */
export function BlocksEditor({ spoken, blocks, problems, asked, places, onPlace, onChange }: Props) {
  const [kept, keep] = useState<number[]>([]);
  const keys = filledKeys(kept, blocks.length);
  const move = (at: number, by: -1 | 1) => {
    keep(swapped(keys, at, at + by));
    onChange(swapped(blocks, at, at + by));
  };
  const remove = (at: number) => {
    keep(without(keys, at));
    onChange(without(blocks, at));
  };
  return (
    <div className="flex flex-col gap-4">
      {blocks.map((item, at) => (
        <Card key={`${spoken}.${keys[at]}.${item.kind}`}>
          <section aria-label={`${BLOCK_LABELS[item.kind]} ${t.blockOf(at + 1, blocks.length)}`}>
            <header className="flex items-center gap-2 border-b border-line py-1 pr-2 pl-4">
              <Icon name={ICONS[item.kind]} size={16} className="text-muted" />
              <h3 className="flex-1 text-sm font-bold">
                {BLOCK_LABELS[item.kind]}
                <span className="ml-2 font-normal text-muted tabular">
                  {t.blockOf(at + 1, blocks.length)}
                </span>
              </h3>
              <MoveButtons
                name={BLOCK_LABELS[item.kind]}
                up={t.moveUp}
                down={t.moveDown}
                size="sm"
                at={at}
                of={blocks.length}
                onMove={(by) => move(at, by)}
              />
              <IconButton
                icon="trash-2"
                size="sm"
                label={t.remove}
                disabled={blocks.length === 1}
                onPress={() => remove(at)}
              />
            </header>
            <div className="flex flex-col gap-4 p-4">
              <BlockFields
                block={item}
                errors={errorsOf(problems, { spoken, block: at }, asked)}
                places={places}
                onPlace={onPlace}
                onChange={(next) => onChange(blocks.map((b, n) => (n === at ? next : b)))}
              />
            </div>
          </section>
        </Card>
      ))}
      {blocks.length < CONTENT_LIMITS.blocks && (
        <Menu
          label={t.addBlock}
          placement="bottom start"
          trigger={
            <Button icon="plus" className="self-start">
              {t.addBlock}
            </Button>
          }
        >
          {BLOCK_KINDS.map((kind) => (
            <MenuItem key={kind} icon={ICONS[kind]} onAction={() => onChange([...blocks, emptyBlock(kind)])}>
              {BLOCK_LABELS[kind]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
