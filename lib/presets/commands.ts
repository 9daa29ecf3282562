import { sql } from "drizzle-orm";
import { TRAITS } from "@/db/enums";
import {
  areas,
  categories,
  interests,
  preferenceQuestions,
  routes,
  sections,
  settings,
  traitOptions,
} from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { fillDraft, publishBook } from "@/lib/chatbot/books/commands";
import { listVersions, lockBook } from "@/lib/chatbot/books/queries";
import { cityProfile } from "@/lib/city/profile";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { adoptMenus } from "@/lib/menus/commands";
import { publishScenario } from "@/lib/scenarios/commands";
import { presetBooks } from "./books";
import type { CityPreset } from "./types";

async function saveSetting(ctx: Ctx, key: string, value: object): Promise<void> {
  await ctx.db
    .insert(settings)
    .values({ key, value, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: ctx.now } });
}

async function loadAreas(ctx: Ctx, preset: CityPreset): Promise<Map<string, number>> {
  const rows = preset.areas.map(({ key, name, groupName, point }, position) => ({
    key,
    name,
    groupName,
    position,
    ...point,
  }));
  const saved = await ctx.db
    .insert(areas)
    .values(rows)
    .onConflictDoUpdate({
      target: areas.key,
      set: {
        name: sql`excluded.name`,
        groupName: sql`excluded.group_name`,
        position: sql`excluded.position`,
        lat: sql`excluded.lat`,
        lng: sql`excluded.lng`,
      },
    })
    .returning({ id: areas.id, key: areas.key });
  return new Map(saved.map((row) => [row.key, row.id]));
}

async function loadSections(ctx: Ctx, preset: CityPreset): Promise<Map<string, number>> {
  const saved = await ctx.db
    .insert(sections)
    .values(preset.sections.map((section, position) => ({ ...section, position })))
    .onConflictDoUpdate({
      target: sections.key,
      set: { name: sql`excluded.name`, phone: sql`excluded.phone`, position: sql`excluded.position` },
    })
    .returning({ id: sections.id, key: sections.key });
  return new Map(saved.map((row) => [row.key, row.id]));
}

async function loadCategories(ctx: Ctx, preset: CityPreset): Promise<void> {
  await ctx.db
    .insert(categories)
    .values(preset.categories.map((category, position) => ({ ...category, position })))
    .onConflictDoUpdate({
      target: categories.key,
      set: {
        parentKey: sql`excluded.parent_key`,
        label: sql`excluded.label`,
        icon: sql`excluded.icon`,
        position: sql`excluded.position`,
      },
    });
}

const idOf = (ids: Map<string, number>, key: string): number => {
  const id = ids.get(key);
  if (id === undefined) throw new AppError("invalid", `preset names ${key}, which it does not define`);
  return id;
};

async function loadRoutes(
  ctx: Ctx,
  preset: CityPreset,
  ids: { areas: Map<string, number>; sections: Map<string, number> },
): Promise<void> {
  const rows = preset.routes.map(({ categoryKey, areaKey, sectionKey, mailTo }) => ({
    categoryKey,
    areaId: areaKey === null ? null : idOf(ids.areas, areaKey),
    sectionId: idOf(ids.sections, sectionKey),
    mailTo,
  }));
  await ctx.db
    .insert(routes)
    .values(rows)
    .onConflictDoUpdate({
      target: [routes.categoryKey, routes.areaId],
      set: { sectionId: sql`excluded.section_id`, mailTo: sql`excluded.mail_to` },
    });
}

/**
 * What residents are asked. Only what is not there yet is added: staff edit these rows, and a bit or code that was given
 * out once keeps its meaning for good.
 */
async function loadPreferences(ctx: Ctx, preset: CityPreset): Promise<void> {
  const { preferences } = preset;
  const known = await ctx.db.select({ bit: interests.bit, key: interests.key }).from(interests);
  const keys = new Set(known.map((row) => row.key));
  const firstFree = Math.max(-1, ...known.map((row) => row.bit)) + 1;
  const added = preferences.interests
    .filter((interest) => !keys.has(interest.key))
    .map((interest, i) => ({ ...interest, bit: firstFree + i, position: firstFree + i }));
  if (added.length > 0) await ctx.db.insert(interests).values(added);
  const options = TRAITS.flatMap((trait) =>
    preferences.traits[trait].map((option, position) => ({ trait, ...option, position })),
  );
  await ctx.db.insert(traitOptions).values(options).onConflictDoNothing();
  const questions = preferences.questions.map((question, position) => ({ ...question, position }));
  await ctx.db.insert(preferenceQuestions).values(questions).onConflictDoNothing();
}

/** What the bot knows. Only books without any version are filled: from then on they are the staff's. */
async function loadBooks(ctx: Ctx, preset: CityPreset, sectionIds: Map<string, number>): Promise<void> {
  for (const { book, content, entries } of presetBooks(preset, (key) => idOf(sectionIds, key))) {
    await lockBook(ctx, { book });
    if ((await listVersions(ctx, { book })).length > 0) continue;
    const note = `${preset.profile.name}の最初の内容`;
    await fillDraft(ctx, { book, content, entries, note });
    const published = await publishBook(ctx, { book, seenAt: null, note });
    if (!published.ok) throw new AppError("invalid", `book ${book}: ${published.reason}`);
  }
}

/** Puts a city's content into the database. Safe to repeat: a scenario gets a new version only when it changed. */
export async function loadCityContent(ctx: Ctx, preset: CityPreset): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    await saveSetting(inside, "profile", cityProfile.parse(preset.profile));
    await adoptMenus(inside, preset.menus);
    await loadCategories(inside, preset);
    const areaIds = await loadAreas(inside, preset);
    const sectionIds = await loadSections(inside, preset);
    await loadRoutes(inside, preset, { areas: areaIds, sections: sectionIds });
    await loadPreferences(inside, preset);
    await loadBooks(inside, preset, sectionIds);
    const phoneKeys = preset.profile.phones.map((phone) => phone.key);
    for (const definition of preset.scenarios) {
      const published = await publishScenario(inside, { definition, phoneKeys });
      if (!published.ok) {
        const first = published.problems[0];
        throw new AppError(
          "invalid",
          `scenario ${definition.key}: ${first?.stepId ?? "-"} ${first?.message ?? ""}`,
        );
      }
    }
    await recordAudit(inside, { action: "city.load", subjectKind: "city", subjectId: preset.profile.key });
  });
}
