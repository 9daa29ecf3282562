import { NextResponse } from "next/server";
import { z } from "zod";
import { routeStaff } from "@/lib/auth/gate";
import { touchPresence } from "@/lib/broadcasts/presence/commands";
import { AppError } from "@/lib/core/errors";

export const dynamic = "force-dynamic";

/** A composer's page says that it is open, and hears who else has it open. */
export const POST = routeStaff<{ id: string }>(
  "broadcast.view",
  async (ctx, _request, params) => {
    const id = z.uuid().safeParse(params.id).data;
    if (!id) throw new AppError("not-found");
    return NextResponse.json(await touchPresence(ctx, { id }));
  },
  { background: true },
);
