import type { Journal } from "../journal";
import type { StoredBatch, StoredRichMenu } from "../records";

export type RichMenus = {
  menus: ReadonlyMap<string, StoredRichMenu>;
  /** Content type of the uploaded picture; undefined: none yet. */
  imageOf(richMenuId: string): string | undefined;
  aliases: ReadonlyMap<string, string>;
  defaultId(): string | null;
  linkOf(i: number): string | null;
  links: ReadonlyMap<number, string>;
  /** By request id; `completedAt` null: still under way. */
  batches: ReadonlyMap<string, StoredBatch & { completedAt: number | null }>;
  /** What this resident sees: their own before everybody's; a deleted menu shows nothing. */
  shownTo(i: number): { menu: StoredRichMenu; source: "user" | "default" } | null;
  /** Called with the residents whose menu may have changed; null: everybody. */
  subscribe(listener: (to: readonly number[] | null) => void): void;
};

export function createRichMenus(journal: Journal): RichMenus {
  const menus = new Map<string, StoredRichMenu>();
  const images = new Map<string, string>();
  const aliases = new Map<string, string>();
  const links = new Map<number, string>();
  const batches = new Map<string, StoredBatch & { completedAt: number | null }>();
  const listeners: ((to: readonly number[] | null) => void)[] = [];
  let byDefault: string | null = null;
  const changed = (to: readonly number[] | null): void => {
    for (const each of listeners) each(to);
  };

  journal.on("richMenu", (menu) => {
    menus.set(menu.richMenuId, menu);
  });
  journal.on("richMenuImage", ({ richMenuId, contentType }) => {
    images.set(richMenuId, contentType);
  });
  journal.on("richMenuDeleted", ({ richMenuId }) => {
    menus.delete(richMenuId);
    images.delete(richMenuId);
    if (byDefault === richMenuId) byDefault = null;
    for (const [i, linked] of links) if (linked === richMenuId) links.delete(i);
    changed(null);
  });
  journal.on("alias", ({ id, richMenuId }) => {
    if (richMenuId === null) aliases.delete(id);
    else aliases.set(id, richMenuId);
  });
  journal.on("defaultRichMenu", ({ richMenuId }) => {
    byDefault = richMenuId;
    changed(null);
  });
  journal.on("link", ({ to, richMenuId }) => {
    for (const i of to) {
      if (richMenuId === null) links.delete(i);
      else links.set(i, richMenuId);
    }
    changed(to);
  });

  journal.on("batch", (batch) => {
    batches.set(batch.requestId, { ...batch, completedAt: null });
  });
  journal.on("batchDone", ({ requestId, at }) => {
    const batch = batches.get(requestId);
    if (batch) batches.set(requestId, { ...batch, completedAt: at });
  });

  return {
    menus,
    batches,
    imageOf: (id) => images.get(id),
    aliases,
    defaultId: () => byDefault,
    linkOf: (i) => links.get(i) ?? null,
    links,
    shownTo(i) {
      const own = links.get(i);
      const id = own ?? byDefault;
      const menu = id === null || id === undefined ? undefined : menus.get(id);
      return menu ? { menu, source: own === undefined ? "default" : "user" } : null;
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}
