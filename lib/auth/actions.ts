"use server";

import "server-only";
import { publicAction, staffAction } from "./action";
import {
  changePassword,
  changeStaffRoles,
  disableStaff,
  enableStaff,
  endOwnSession,
  endOwnSessions,
  endStaffSessions,
  inviteStaff,
  reissueLink,
} from "./commands";
import { redeemLinkHere, signInHere } from "./flow";
import { confirmPassword } from "./proof";
import {
  changePasswordSchema,
  confirmPasswordSchema,
  inviteSchema,
  nothingSchema,
  rolesSchema,
  sessionIdSchema,
  signInSchema,
  staffIdSchema,
  welcomeSchema,
} from "./schema";

const STAFF_PAGE = { revalidate: ["/staff"] };
const ACCOUNT_PAGE = { revalidate: ["/account"] };

export const signInAction = publicAction("sign-in", signInSchema, signInHere, { points: 120, seconds: 60 });
export const welcomeAction = publicAction("welcome", welcomeSchema, redeemLinkHere);

export const confirmPasswordAction = staffAction("staff.manage", confirmPasswordSchema, confirmPassword);
export const inviteStaffAction = staffAction("staff.manage", inviteSchema, inviteStaff, STAFF_PAGE);
export const reissueLinkAction = staffAction("staff.manage", staffIdSchema, reissueLink, STAFF_PAGE);
export const changeStaffRolesAction = staffAction("staff.manage", rolesSchema, changeStaffRoles, STAFF_PAGE);
export const disableStaffAction = staffAction("staff.manage", staffIdSchema, disableStaff, STAFF_PAGE);
export const enableStaffAction = staffAction("staff.manage", staffIdSchema, enableStaff, STAFF_PAGE);
export const endStaffSessionsAction = staffAction(
  "staff.manage",
  staffIdSchema,
  endStaffSessions,
  STAFF_PAGE,
);

export const changePasswordAction = staffAction(
  "console.enter",
  changePasswordSchema,
  changePassword,
  ACCOUNT_PAGE,
);
export const endOwnSessionAction = staffAction("console.enter", sessionIdSchema, endOwnSession, ACCOUNT_PAGE);
export const endOwnSessionsAction = staffAction("console.enter", nothingSchema, endOwnSessions, ACCOUNT_PAGE);
