"use server";

import "server-only";
import { z } from "zod";
import { staffAction } from "@/lib/auth/action";
import { verifyAudit } from "./commands";

export const verifyAuditAction = staffAction("audit.view", z.unknown(), verifyAudit);
