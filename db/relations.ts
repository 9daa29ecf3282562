import { relations } from "drizzle-orm";
import { areas, reportEntries, reportPhotos, reports, sections, staff, staffRoles } from "./schema/index";

export const reportRelations = relations(reports, ({ one, many }) => ({
  area: one(areas, { fields: [reports.areaId], references: [areas.id] }),
  section: one(sections, { fields: [reports.sectionId], references: [sections.id] }),
  assignee: one(staff, { fields: [reports.assigneeId], references: [staff.id] }),
  entries: many(reportEntries),
  photos: many(reportPhotos),
}));

export const entryRelations = relations(reportEntries, ({ one }) => ({
  report: one(reports, { fields: [reportEntries.reportId], references: [reports.id] }),
  actor: one(staff, { fields: [reportEntries.actorId], references: [staff.id] }),
}));

export const photoRelations = relations(reportPhotos, ({ one }) => ({
  report: one(reports, { fields: [reportPhotos.reportId], references: [reports.id] }),
}));

export const staffRelations = relations(staff, ({ many }) => ({ roles: many(staffRoles) }));

export const staffRoleRelations = relations(staffRoles, ({ one }) => ({
  staff: one(staff, { fields: [staffRoles.staffId], references: [staff.id] }),
  section: one(sections, { fields: [staffRoles.sectionId], references: [sections.id] }),
}));
