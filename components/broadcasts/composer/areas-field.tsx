"use client";

import { Button, IconButton } from "@/components/ui/button";
import { keyed } from "@/components/ui/keyed";
import { TextField } from "@/components/ui/text-field";
import { type BlockOf, CONTENT_LIMITS as L, type LinkArea } from "@/lib/broadcasts/block";
import { composerLabels as t } from "../labels";
import type { FieldsProps } from "./block-fields";

const SIDES = ["x", "y", "width", "height"] as const;
const WIDTH = 1040;

const digits = (text: string): number => Number(text.normalize("NFKC").replace(/\D/g, "").slice(0, 5));

/** The next part of the picture down: the whole width, so that a finger finds it. */
function nextArea(areas: LinkArea[], height: number): LinkArea {
  const below = Math.max(0, ...areas.map((a) => a.y + a.height));
  const y = below >= height ? 0 : below;
  return { x: 0, y, width: WIDTH, height: Math.max(1, height - y), label: "", uri: "" };
}

/** Where on the picture a tap opens what: numbers, so that no mouse is needed; the preview draws them. */
export function AreasField({ block, onChange, errors, places }: FieldsProps<BlockOf<"imagemap">>) {
  const { areas } = block;
  const height = (block.mediaId && places[block.mediaId]?.heightAt1040) || WIDTH;
  const set = (at: number, part: Partial<LinkArea>) =>
    onChange({ ...block, areas: areas.map((area, n) => (n === at ? { ...area, ...part } : area)) });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm leading-5 text-muted">{t.areaHelp}</p>
      {keyed(areas).map(({ key, item, at }) => (
        <fieldset key={key} className="flex flex-col gap-2 rounded-8 border border-line p-3">
          <legend className="px-1 text-sm font-bold">{t.areaOf(at + 1)}</legend>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
            {SIDES.map((side) => (
              <TextField
                key={side}
                label={t[side]}
                inputMode="numeric"
                value={String(item[side])}
                onChange={(typed) => set(at, { [side]: digits(typed) })}
              />
            ))}
          </div>
          <div className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[11rem_1fr_auto]">
            <TextField
              label={t.buttonLabel}
              value={item.label}
              error={errors(`areas.${at}.label`)}
              onChange={(label) => set(at, { label })}
              className="col-span-2 sm:col-span-1"
            />
            <TextField
              label={t.buttonUri}
              type="url"
              placeholder="https://"
              value={item.uri}
              error={errors(`areas.${at}.uri`) ?? errors(`areas.${at}`)}
              onChange={(uri) => set(at, { uri: uri.trim() })}
            />
            <IconButton
              icon="trash-2"
              className="mt-7.5"
              label={t.removeArea(at + 1)}
              onPress={() => onChange({ ...block, areas: areas.filter((_, n) => n !== at) })}
            />
          </div>
        </fieldset>
      ))}
      {errors("areas") && <p className="text-sm text-danger-ink">{errors("areas")}</p>}
      {areas.length < L.imagemapAreas && (
        <Button
          size="sm"
          icon="plus"
          className="self-start"
          onPress={() => onChange({ ...block, areas: [...areas, nextArea(areas, height)] })}
        >
          {t.addArea}
        </Button>
      )}
    </div>
  );
}
