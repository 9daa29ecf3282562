"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { nothingSchema } from "@/lib/auth/schema";
import { issueFriendCode, unbindStaffFriend } from "./commands";
import { unbindSchema } from "./schema";

const PAGE = { revalidate: ["/account"] };

export const issueFriendCodeAction = staffAction("console.enter", nothingSchema, issueFriendCode);
export const unbindStaffFriendAction = staffAction("console.enter", unbindSchema, unbindStaffFriend, PAGE);
