"use server";

import "server-only";
import { z } from "zod";
import { verifyAudit } from "@/lib/audit/commands";
import { staffAction } from "@/lib/auth/action";

export const verifyAuditAction = staffAction("audit.view", z.object({}).optional(), verifyAudit);
