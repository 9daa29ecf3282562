import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import type { MultiPolygon } from "geojson";

/** Facts of the city as rows: profile, sketch of the map, texts. Keys: see lib/core/settings.ts. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

export const areas = pgTable("areas", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  key: text("key").notNull().unique(),
  name: text("name").notNull(),
  /** Larger area that staff filter by (吉祥寺地域); null for a ward. */
  groupName: text("group_name"),
  position: integer("position").notNull(),
  lat: doublePrecision("lat").notNull(),
  lng: doublePrecision("lng").notNull(),
});

/** Shapes of an area. `outline` is our own coarse drawing, `import` an imported file (N03), which wins. */
export const areaShapes = pgTable(
  "area_shapes",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    areaId: integer("area_id").references(() => areas.id),
    source: text("source", { enum: ["outline", "import"] }).notNull(),
    name: text("name").notNull(),
    geometry: jsonb("geometry").$type<MultiPolygon>().notNull(),
  },
  (t) => [index("area_shapes_source").on(t.source)],
);

export const sections = pgTable("sections", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  key: text("key").notNull().unique(),
  name: text("name").notNull(),
  phone: text("phone"),
  position: integer("position").notNull(),
});

/** What a report can be about. Two levels: 道路 > 舗装の穴. `icon` is a name from components/ui/icons. */
export const categories = pgTable("categories", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  key: text("key").notNull().unique(),
  parentKey: text("parent_key"),
  label: text("label").notNull(),
  icon: text("icon"),
  position: integer("position").notNull(),
});

/** Which section works a top category, in an area (null: everywhere else), and who gets a mail on arrival. */
export const routes = pgTable(
  "routes",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    categoryKey: text("category_key").notNull(),
    areaId: integer("area_id").references(() => areas.id),
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
    mailTo: text("mail_to").array().notNull().default([]),
  },
  (t) => [unique("routes_category_area").on(t.categoryKey, t.areaId).nullsNotDistinct()],
);

export const scenarios = pgTable("scenarios", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  key: text("key").notNull().unique(),
  title: text("title").notNull(),
  publishedVersion: integer("published_version"),
});

/** A published version is never changed: running conversations stay on theirs. `definition`: lib/scenarios/schema.ts. */
export const scenarioVersions = pgTable(
  "scenario_versions",
  {
    scenarioKey: text("scenario_key")
      .notNull()
      .references(() => scenarios.key),
    version: integer("version").notNull(),
    definition: jsonb("definition").notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.scenarioKey, t.version] })],
);
