import type { Db } from "@/db";
import { loadAreaFinder } from "@/lib/areas/queries";
import { createLibraryStore, type LibraryStore } from "@/lib/chatbot/live/store";
import { getCityProfile } from "@/lib/city/queries";
import type { Locate } from "@/lib/conversations/normalise";
import type { Bot } from "@/lib/conversations/talk";
import { systemContext } from "@/lib/core/context";
import { createGarbage } from "@/lib/garbage/resident/store";
import { loadOffer } from "@/lib/preferences/queries";
import { listPublishedScenarios, listScenarioVersions } from "@/lib/scenarios/queries";
import type { Content } from "./jobs";

const KEEP_MS = 5_000;

type Held = Omit<Content, "chat">;

/**
 * The published content a worker answers with, read at most every five seconds. While the database is away the last
 * one serves on. `books`: what the bot knows, which looks for news by itself.
 */
export function createContentStore(
  db: Db,
  settingsUrl: string | null = null,
  books: LibraryStore = createLibraryStore(db, { mediaBase: "" }),
): () => Promise<Content> {
  const garbage = createGarbage();
  let held: Held | undefined;
  let heldUntil = 0;
  let reading: Promise<Held> | undefined;

  const read = async () => {
    const ctx = systemContext(db, "content");
    const [city, scenarios, published, find, offer] = await Promise.all([
      getCityProfile(ctx),
      listScenarioVersions(ctx),
      listPublishedScenarios(ctx),
      loadAreaFinder(ctx),
      loadOffer(ctx),
    ]);
    const bot: Bot = { city, scenarios, startable: published.map((s) => s.key) };
    const locate: Locate = (point, address) => {
      const { inside, areaKey } = find(point, address);
      return { inside, areaKey };
    };
    held = { bot, locate, findArea: find, preferences: { offer, settingsUrl } };
    heldUntil = Date.now() + KEEP_MS;
    return held;
  };

  const current = async (): Promise<Held> => {
    if (held && Date.now() < heldUntil) return held;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    if (!held) return reading;
    return reading.catch((error) => {
      if (held) return held;
      throw error;
    });
  };

  return async () => {
    const content = await current();
    const { city } = content.bot;
    const beside = { commands: garbage.commands, garbage: garbage.answer };
    return { ...content, chat: { ...beside, city, library: await books.library() } };
  };
}
